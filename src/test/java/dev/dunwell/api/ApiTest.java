package dev.dunwell.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Route;
import dev.dunwell.access.Routes;
import dev.dunwell.access.Staff;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class ApiTest {

    private static final String CLOCK = "/api/v1/organisation/clock";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    JsonMapper json;

    private Visitor program;

    @BeforeEach
    void hire() {
        program = Visitor.withKey(port, Staff.of(house).key(Role.ADMINISTRATOR));
    }

    @Test
    void every_fault_is_told_in_one_form() {
        expect(new Visitor(port).get("/api/v1/organisation"), 401, "not-signed-in");
        expect(new Visitor(port).get("/api/v1/nowhere"), 401, "not-signed-in");
        expect(program.get("/api/v1/nowhere"), 404, "not-found");
        expect(program.get("/api/"), 404, "not-found");
        expect(program.json("POST", "/api/v1/organisations", "{}"), 403, "not-allowed");
        expect(program.send("DELETE", "/api/v1/organisation", BodyPublishers.noBody()), 405, "wrong-method");
        expect(program.post(CLOCK, java.util.Map.of("today", "2013-05-01")), 405, "wrong-method");
        expect(
                program.send("PUT", CLOCK, BodyPublishers.ofString("today: 2013-05-01"), "Content-Type", "text/yaml"),
                415,
                "wrong-media-type");
        expect(program.json("PUT", CLOCK, "{\"today\":"), 400, "malformed-json");
        expect(program.json("PUT", CLOCK, "{\"today\":null,\"today\":null}"), 400, "malformed-json");
        expect(program.json("PUT", CLOCK, ""), 400, "bad-request");
        expect(program.json("PUT", CLOCK, "{\"today\":" + "[".repeat(1000)), 422, "bad-input");
        expect(program.json("PUT", CLOCK, "{\"today\":\"1st of May\"}"), 422, "bad-input");
        expect(program.json("PUT", CLOCK, "{\"yesterday\":\"2013-05-01\"}"), 422, "bad-input");
        expect(program.get("/api/v1/organisation;jsessionid=1"), 400, "bad-request");
        expect(program.get("/api/v1/aging?asOf=never"), 400, "bad-request");
    }

    @Test
    void a_fault_names_the_field_and_no_class() {
        var answer = program.json("PUT", CLOCK, "{\"yesterday\":\"2013-05-01\"}");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.at("/problems/0/column").asString()).isEqualTo("yesterday");
        assertThat(problem.at("/problems/0/message").asString()).contains("There are: today");
        assertThat(problem.at("/request").asString())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void every_route_is_described_with_a_summary() {
        JsonNode api = json.readTree(program.get("/api/v1/openapi.json").body());
        Set<String> described = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                    described.add(name);
                    if (operation.getValue().path("summary").asString("").isBlank()) {
                        silent.add(name);
                    }
                }));

        Set<String> routes = Routes.declared().all().stream()
                .map(Route::name)
                .filter(name -> name.contains(" /api/v1/") && !name.contains("openapi.json"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(routes);
        assertThat(silent).as("operations without a summary").isEmpty();
    }

    @Test
    void the_headers_that_protect_are_on_every_answer() {
        for (HttpResponse<String> answer : List.of(
                program.get("/api/v1/organisation"),
                program.get("/api/v1/nowhere"),
                program.get("/api/v1/organisation;x=1"),
                new Visitor(port).get("/sign-in"),
                new Visitor(port).get("/today"),
                new Visitor(port).get("/health/live"))) {
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(answer.uri().toString())
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().map()).doesNotContainKeys("Server", "X-Powered-By");
        }
    }

    @Test
    void an_address_that_climbs_out_is_refused_without_a_word_on_the_server() {
        HttpResponse<String> answer = new Visitor(port).get("/%2e%2e/x");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().map()).doesNotContainKeys("Server", "X-Powered-By");
        assertThat(answer.body()).doesNotContainIgnoringCase("tomcat").doesNotContain("Exception");
    }

    private void expect(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("type").asString()).isEqualTo("urn:dunwell:problem:" + code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Exception", "dev.dunwell", "springframework", "jackson", "select ");
    }
}
