package dev.dunwell.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class SignInTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    JdbcClient db;

    private Staff staff;
    private String collector;

    @BeforeEach
    void hire() {
        staff = Staff.of(house);
        collector = staff.email(Role.COLLECTOR);
    }

    @Test
    void a_person_comes_in_and_goes_out_again() {
        var nora = new Visitor(port);
        assertThat(nora.get("/password").statusCode()).isEqualTo(302);
        assertThat(nora.get("/password").headers().firstValue("Location")).hasValue("/sign-in?next=%2Fpassword");

        var answer = nora.submit(
                "/sign-in?next=%2Fpassword",
                "/sign-in",
                Map.of("username", collector.toUpperCase(), "password", Staff.PASSWORD, "next", "/password"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/password");
        assertThat(nora.get("/password").body()).contains("Collector", staff.organisationName());

        String ticket = nora.cookie("dunwell").orElseThrow().getValue();
        assertThat(nora.submit("/password", "/sign-out", Map.of()).statusCode()).isEqualTo(303);
        assertThat(nora.get("/password").statusCode()).isEqualTo(302);
        nora.plant("dunwell", ticket);
        assertThat(nora.get("/password").statusCode()).isEqualTo(302);
    }

    @Test
    void a_session_planted_before_is_of_no_use_after() {
        var nora = new Visitor(port);
        nora.get("/sign-in");
        String planted = nora.cookie("dunwell").orElseThrow().getValue();
        nora.signIn(collector, Staff.PASSWORD);
        assertThat(nora.cookie("dunwell").orElseThrow().getValue()).isNotEqualTo(planted);

        var thief = new Visitor(port);
        thief.plant("dunwell", planted);
        assertThat(thief.get("/password").statusCode()).isEqualTo(302);
        thief.plant("dunwell", "c2VsZi1tYWRlLXNlc3Npb24");
        thief.signIn(collector, Staff.PASSWORD);
        assertThat(thief.cookie("dunwell").orElseThrow().getValue()).isNotEqualTo("c2VsZi1tYWRlLXNlc3Npb24");
    }

    @Test
    void the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        var answer = new Visitor(port).get("/sign-in");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("dunwell=")
                .contains("Path=/", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure", "Domain");
    }

    @Test
    void nobody_learns_who_has_an_account() {
        db.sql("update person set disabled_at = now() where email = ?")
                .param(staff.email(Role.CLERK))
                .update();

        var wrong = attempt(collector, "not the right sentence");
        var unknown = attempt("nobody@example.com", "not the right sentence");
        var disabled = attempt(staff.email(Role.CLERK), Staff.PASSWORD);

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(disabled.statusCode()).isEqualTo(401);
        assertThat(shape(unknown, "nobody@example.com")).isEqualTo(shape(wrong, collector));
        assertThat(shape(disabled, staff.email(Role.CLERK))).isEqualTo(shape(wrong, collector));
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(wrong.headers().map().keySet());
    }

    @Test
    void guessing_ends_after_twenty_attempts_and_the_owner_comes_in_from_elsewhere() {
        String target = staff.email(Role.SALES);
        var guesser = new Visitor(port);
        for (int i = 0; i < 20; i++) {
            assertThat(guesser.signIn(target, "guess number " + i).statusCode()).isEqualTo(401);
        }

        var stopped = guesser.signIn(target, Staff.PASSWORD);
        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(stopped.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 901);

        var signIn = house.getBean(SignIn.class);
        assertThat(signIn.attempt(target, Staff.PASSWORD, "192.0.2.7")).isInstanceOf(SignIn.Outcome.Welcome.class);
        for (int i = 0; i < 100; i++) {
            signIn.attempt("account" + i + "@example.com", "guess", "192.0.2.66");
        }
        assertThat(signIn.attempt(target, Staff.PASSWORD, "192.0.2.66")).isInstanceOf(SignIn.Outcome.TooMany.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https:evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/ok\r\nSet-Cookie: a=b",
                "\\\\evil",
                "",
                "/sign-out",
                "/api/v1/organisation"
            })
    void after_signing_in_one_stays_on_our_pages(String next) {
        var nora = new Visitor(port);
        var answer = nora.submit(
                "/sign-in", "/sign-in", Map.of("username", collector, "password", Staff.PASSWORD, "next", next));
        assertThat(answer.headers().firstValue("Location")).hasValue("/");
        assertThat(answer.headers().map()).doesNotContainEntry("Set-Cookie", java.util.List.of("a=b"));
    }

    @Test
    void a_form_without_our_token_is_refused() {
        var nora = Visitor.signedIn(port, collector, Staff.PASSWORD);
        var other = Visitor.signedIn(port, staff.email(Role.CLERK), Staff.PASSWORD);
        Map<String, String> off = Map.of("on", "false");

        assertThat(nora.post("/shortcuts", off).statusCode()).isEqualTo(403);
        assertThat(nora.post("/shortcuts", off, "X-CSRF-TOKEN", other.token("/password"))
                        .statusCode())
                .as("the token of another session, told as a page that is too old")
                .isEqualTo(409);
        assertThat(nora.post("/shortcuts", off, "HX-Request", "true").statusCode())
                .isEqualTo(403);
        assertThat(nora.json("POST", "/shortcuts", "{\"on\":false}").statusCode())
                .isEqualTo(403);
        assertThat(nora.post("/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(nora.submit("/password", "/shortcuts", off).statusCode()).isEqualTo(303);
    }

    @Test
    void a_panel_that_asks_without_a_session_is_sent_to_the_sign_in_as_a_whole() {
        var answer = new Visitor(port).get("/password", "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/sign-in");
        assertThat(answer.body()).isEmpty();
    }

    private HttpResponse<String> attempt(String email, String password) {
        return new Visitor(port).signIn(email, password);
    }

    private static String shape(HttpResponse<String> answer, String email) {
        return answer.body().replace(email, "").replaceAll("(value|content)=\"[\\w-]{40,}\"", "");
    }
}
