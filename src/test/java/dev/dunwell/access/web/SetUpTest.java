package dev.dunwell.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The first start of a fresh installation; its property gives it a database of its own. */
@ServerTest
@TestPropertySource(properties = "dunwell.test=first start")
class SetUpTest {

    @LocalServerPort
    int port;

    @Autowired
    SetUpCode code;

    @Autowired
    JdbcClient db;

    @Test
    void a_fresh_installation_is_set_up_once_by_whoever_reads_its_log() throws Exception {
        String secret = Objects.requireNonNull(code.code()).text();
        var visitor = new Visitor(port);
        assertThat(visitor.get("/sign-in").headers().firstValue("Location")).hasValue("/set-up");
        assertThat(visitor.get("/set-up").body()).contains("Set up Dunwell").doesNotContain(secret);

        Map<String, String> form = new HashMap<>(Map.of(
                "secret",
                "wrong",
                "organisation",
                "Meridian",
                "currency",
                "EUR",
                "zone",
                "Europe/Berlin",
                "name",
                "Nora Lindqvist",
                "email",
                "Nora@Example.com",
                "password",
                "a long enough sentence"));
        assertThat(visitor.submit("/set-up", "/set-up", form).statusCode()).isEqualTo(403);
        form.put("secret", secret);
        form.put("password", "short");
        var bad = visitor.submit("/set-up", "/set-up", form);
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("at least 12 characters").doesNotContain("value=\"short\"");

        form.put("password", "a long enough sentence");
        Callable<Integer> setUp =
                () -> new Visitor(port).submit("/set-up", "/set-up", form).statusCode();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = crowd
                    .invokeAll(IntStream.range(0, 4).mapToObj(_ -> setUp).toList())
                    .stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(answers).containsOnlyOnce(303);
        }

        assertThat(db.sql("select email from person").query(String.class).single())
                .isEqualTo("nora@example.com");
        assertThat(visitor.get("/set-up").statusCode()).isEqualTo(404);
        assertThat(visitor.post("/set-up", form, "X-CSRF-TOKEN", visitor.token("/sign-in"))
                        .statusCode())
                .isEqualTo(404);
        var nora = Visitor.signedIn(port, "nora@example.com", "a long enough sentence");
        assertThat(nora.get("/settings/organisation").body()).contains("Meridian", "Administrator");
    }
}
