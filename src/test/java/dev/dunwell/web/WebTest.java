package dev.dunwell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The web module alone on a real server: no database, no sign-in. */
@ActiveProfiles("sample-site")
@SpringBootTest(classes = SampleSite.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class WebTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void a_page_has_its_frame_and_a_fragment_has_none() throws Exception {
        var page = get("/search?q=vigo");
        assertThat(page.body())
                .startsWith("<!doctype html>")
                .contains("Nora Lindqvist", "Castellano", "<title>Search · Dunwell</title>");
        assertThat(page.headers().firstValue("Vary")).hasValue("HX-Request");
        var fragment = get("/search?q=vigo", "HX-Request", "true");
        assertThat(fragment.body().strip()).startsWith("<div class=\"head\">").contains("Castellano");
        assertThat(get("/search", "HX-Request", "true", "HX-History-Restore-Request", "true")
                        .body())
                .startsWith("<!doctype html>");
    }

    @Test
    void text_from_outside_is_inert() throws Exception {
        assertThat(get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E%22%20autofocus%20x=")
                        .body())
                .doesNotContain("<script>alert")
                .contains("&lt;script>alert");
    }

    @Test
    void every_answer_carries_the_policy_also_an_error() throws Exception {
        for (String path : new String[] {"/search", "/none", "/broken", "/api/v1/none", Assets.url("dunwell.css")}) {
            var headers = get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("script-src 'self';", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy"))
                    .as(path)
                    .hasValue("same-origin");
            assertThat(headers.firstValue("X-Request-Id")).as(path).isPresent();
        }
    }

    @Test
    void a_style_sheet_is_kept_for_a_year_under_an_address_of_its_content() throws Exception {
        var css = get(Assets.url("dunwell.css"));
        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(css.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        assertThat(get(Assets.url("vendor/inter-latin-wght-normal.woff2")).statusCode())
                .isEqualTo(200);
        assertThat(get("/assets/000000000000/dunwell.css").statusCode()).isEqualTo(404);
        assertThat(get("/search").headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void a_page_shows_panels_by_their_url_and_survives_a_broken_one() throws Exception {
        String page = get("/customers/7?q=mine").body();
        assertThat(page)
                .contains("panel of 7, GET, q=a b, fragment true")
                .contains("This part cannot be shown just now")
                .doesNotContain("secret", "Not found");
        assertThat(page).startsWith("before").endsWith("after");
        assertThat(get("/panel/7?q=x").body()).contains("fragment false");
    }

    @Test
    void a_refusal_is_a_page_a_message_or_a_problem_as_the_asker_needs_it() throws Exception {
        var page = get("/refused");
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).startsWith("<!doctype html>").contains("Already paid on Fri 20 Nov.");
        var message = get("/refused", "HX-Request", "true");
        assertThat(message.headers().firstValue("HX-Retarget")).hasValue("#messages");
        assertThat(message.body().strip()).startsWith("<div class=\"said bad\"").contains("Already paid");
        var problem = get("/api/v1/refused");
        assertThat(problem.statusCode()).isEqualTo(409);
        assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json;charset=UTF-8");
        assertThat(problem.body()).contains("urn:dunwell:problem:already-paid", "Already paid on Fri 20 Nov.");
    }

    @Test
    void bad_input_names_each_field() throws Exception {
        var problem = get("/api/v1/bad");
        assertThat(problem.statusCode()).isEqualTo(422);
        assertThat(problem.body()).contains("\"column\":\"dueOn\"", "\"message\":\"Use a date such as 2026-11-23.\"");
    }

    @Test
    void a_bug_shows_its_number_and_nothing_of_its_inside() throws Exception {
        for (String path : new String[] {"/broken", "/api/v1/broken"}) {
            var answer = get(path);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .contains(answer.headers().firstValue("X-Request-Id").orElseThrow())
                    .doesNotContain("secret", "Exception", "dev.dunwell", "select");
        }
    }

    @Test
    void wrong_addresses_and_methods_are_told_in_plain_words() throws Exception {
        assertThat(get("/none").statusCode()).isEqualTo(404);
        assertThat(get("/none").body()).contains("nothing at this address");
        assertThat(get("/api/v1/none").body()).contains("urn:dunwell:problem:not-found");
        assertThat(get("/number/abc").statusCode()).isEqualTo(400);
        var post = client.send(
                request("/none").POST(HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        assertThat(post.statusCode()).isEqualTo(404);
        var wrong = client.send(
                request("/search").POST(HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.headers().firstValue("Allow")).hasValue("GET");
        assertThat(get("/%ff%fe").body()).doesNotContain("Tomcat", "Exception");
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}
