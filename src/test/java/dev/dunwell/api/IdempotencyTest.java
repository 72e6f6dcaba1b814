package dev.dunwell.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class IdempotencyTest {

    private static final String KEY = "Idempotency-Key";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    JsonMapper json;

    private Staff staff;
    private Visitor program;

    @BeforeEach
    void hire() {
        staff = Staff.of(house);
        program = Visitor.withKey(port, staff.key(Role.ADMINISTRATOR));
    }

    @Test
    void the_same_request_again_gets_the_same_answer_and_has_one_effect() {
        var first = customer("C-1", "once");
        var again = customer("C-1", "once");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(numberOfCustomers()).isEqualTo(1);
    }

    @Test
    void another_request_under_the_key_is_refused_and_another_caller_has_keys_of_their_own() {
        customer("C-1", "once");
        var other = customer("C-2", "once");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("key-reused");

        program = Visitor.withKey(port, staff.key(Role.CLERK));
        assertThat(customer("C-3", "once").statusCode()).isEqualTo(201);
        assertThat(numberOfCustomers()).isEqualTo(2);
    }

    @Test
    void twenty_at_once_have_one_effect_and_one_answer() throws Exception {
        Callable<HttpResponse<String>> request = () -> customer("C-1", "crowd");
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = crowd
                    .invokeAll(IntStream.range(0, 20).mapToObj(_ -> request).toList())
                    .stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
            assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
        }
        assertThat(numberOfCustomers()).isEqualTo(1);
    }

    @Test
    void a_request_that_failed_left_no_trace_and_may_be_sent_again() {
        assertThat(program.json("POST", "/api/v1/customers", "{\"number\":\"C-1\"}", KEY, "retry")
                        .statusCode())
                .isEqualTo(422);
        assertThat(customer("C-1", "retry").statusCode()).isEqualTo(201);
    }

    @Test
    void a_key_has_a_sensible_length() {
        assertThat(customer("C-1", "k".repeat(201)).statusCode()).isEqualTo(400);
        assertThat(customer("C-1", "k".repeat(200)).statusCode()).isEqualTo(201);
    }

    @Test
    void work_in_several_transactions_is_done_once_too() {
        program.json("PUT", "/api/v1/organisation/clock", "{\"today\":\"2026-11-23\"}");
        String night = "{\"date\":\"2026-11-23\"}";
        var first = program.json("POST", "/api/v1/nights", night, KEY, "night");
        var again = program.json("POST", "/api/v1/nights", night, KEY, "night");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
    }

    @Test
    void a_file_sent_twice_is_taken_once() {
        var first = upload("number;name\r\nC-1;Vigo\r\n", "----a");
        var again = upload("number;name\r\nC-1;Vigo\r\n", "----b");
        var other = upload("number;name\r\nC-2;Vigo\r\n", "----c");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
    }

    private HttpResponse<String> customer(String number, String key) {
        String body = "{\"number\":\"%s\",\"name\":\"Vigo Marine\"}".formatted(number);
        return program.json("POST", "/api/v1/customers", body, KEY, key);
    }

    private HttpResponse<String> upload(String csv, String boundary) {
        String body = String.join(
                "\r\n",
                List.of(
                        "--" + boundary,
                        "Content-Disposition: form-data; name=\"file\"; filename=\"c.csv\"",
                        "Content-Type: text/csv",
                        "",
                        csv,
                        "--" + boundary + "--",
                        ""));
        return program.send(
                "POST",
                "/api/v1/imports?kind=customers",
                BodyPublishers.ofString(body),
                "Content-Type",
                "multipart/form-data; boundary=" + boundary,
                KEY,
                "file");
    }

    private int numberOfCustomers() {
        return json.readTree(program.get("/api/v1/customers").body())
                .get("items")
                .size();
    }
}
