package dev.dunwell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen, or a program with a key: keeps cookies, follows no redirects. */
public final class Visitor implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String server;
    private final List<String> headers = new ArrayList<>();
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public Visitor(int port) {
        this.server = "http://localhost:" + port;
    }

    /** A program that sends this key with everything. */
    public static Visitor withKey(int port, String key) {
        var program = new Visitor(port);
        program.headers.addAll(List.of("Authorization", "Bearer " + key));
        return program;
    }

    /** A person who has signed in. */
    public static Visitor signedIn(int port, String email, String password) {
        var person = new Visitor(port);
        HttpResponse<String> answer = person.signIn(email, password);
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("not signed in: " + answer.statusCode() + " " + answer.body());
        }
        return person;
    }

    public HttpResponse<String> signIn(String email, String password) {
        return submit("/sign-in", "/sign-in", Map.of("username", email, "password", password));
    }

    public HttpResponse<String> get(String path, String... more) {
        return send("GET", path, BodyPublishers.noBody(), more);
    }

    /** Opens a page, takes the token of its form, and sends the form. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        return post(action, fields, "X-CSRF-TOKEN", token(page));
    }

    /** The token in the forms of a page. */
    public String token(String page) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (token.find()) {
            return token.group(1);
        } else {
            throw new IllegalStateException("no form on " + page);
        }
    }

    /** Sends a form as it is. */
    public HttpResponse<String> post(String path, Map<String, String> fields, String... more) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, BodyPublishers.ofString(form), with(more, "application/x-www-form-urlencoded"));
    }

    /** Sends JSON. */
    public HttpResponse<String> json(String method, String path, String body, String... more) {
        return send(method, path, BodyPublishers.ofString(body), with(more, "application/json"));
    }

    public HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... more) {
        var request = HttpRequest.newBuilder(URI.create(server + path)).method(method, body);
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        if (more.length > 0) {
            request.headers(more);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    /** Puts a cookie in place, as an attacker or an old backup of a browser would. */
    public void plant(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setDomain("localhost.local"); // as the cookie manager calls a host without dots
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(server), cookie);
    }

    private static String[] with(String[] more, String contentType) {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(List.of("Content-Type", contentType));
        return all.toArray(String[]::new);
    }

    @Override
    public void close() {
        client.close();
    }
}
