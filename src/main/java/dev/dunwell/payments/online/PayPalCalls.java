package dev.dunwell.payments.online;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of PayPal's REST API. Addresses are the installation's, never an answer's; redirects are not followed. */
@Component
class PayPalCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int CREATED = 201;
    private static final int REFUSED = 400;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String live;
    private final String sandbox;
    private final JsonMapper json;

    PayPalCalls(
            @Value("${dunwell.payments.paypal-url}") String live,
            @Value("${dunwell.payments.paypal-sandbox-url}") String sandbox,
            JsonMapper json) {
        this.live = live;
        this.sandbox = sandbox;
        this.json = json;
    }

    /** An answer, whatever its status. */
    record Answer(int status, JsonNode body) {

        boolean isDone() {
            return status <= CREATED;
        }

        /** What went wrong, by PayPal's own name. */
        String issue() {
            String issue = body.path("details").path(0).path("issue").asString("");
            return issue.isEmpty() ? body.path("name").asString("status " + status) : issue;
        }
    }

    Answer get(Keys keys, String path) throws GatewayTrouble {
        return call(authorised(keys, path).GET());
    }

    /** @param once the same text makes the same call once; null where that does not matter */
    Answer post(Keys keys, String path, String body, @Nullable String once) throws GatewayTrouble {
        HttpRequest.Builder request = authorised(keys, path).POST(BodyPublishers.ofString(body));
        request.header("Content-Type", "application/json");
        if (once != null) {
            request.header("PayPal-Request-Id", once);
        }
        return call(request);
    }

    /** OAuth 2.0, client credentials. */
    String token(Keys keys) throws GatewayTrouble {
        String pair = keys.client() + ":" + keys.secret();
        HttpRequest.Builder request = request(keys, "/v1/oauth2/token")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"));
        Answer answer = call(request);
        if (answer.status() >= REFUSED) {
            throw new GatewayTrouble("PayPal does not know this client id with this secret.");
        }
        return answer.body().path("access_token").asString("");
    }

    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder authorised(Keys keys, String path) throws GatewayTrouble {
        return request(keys, path).header("Authorization", "Bearer " + token(keys));
    }

    private HttpRequest.Builder request(Keys keys, String path) {
        return HttpRequest.newBuilder(URI.create((keys.isTest() ? sandbox : live) + path))
                .timeout(PATIENCE);
    }

    private Answer call(HttpRequest.Builder request) throws GatewayTrouble {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            String body = answer.body().isBlank() ? "{}" : answer.body();
            return new Answer(answer.statusCode(), json.readTree(body));
        } catch (IOException | JacksonException e) {
            throw new GatewayTrouble("PayPal cannot be reached just now.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayTrouble("PayPal was not waited for.", e);
        }
    }
}
