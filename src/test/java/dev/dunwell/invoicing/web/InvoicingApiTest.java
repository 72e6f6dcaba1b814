package dev.dunwell.invoicing.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Role;
import dev.dunwell.access.SetClock;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServerTest
class InvoicingApiTest {

    private static final String CONTRACT = """
            {"customer": "acme", "number": "K-1", "title": "Care", "description": "Care of machines", "price": "1100.50",
             "tax": "S19", "firstDay": "2026-04-01", "rule": "FREQ=MONTHLY;INTERVAL=3"}""";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    private Visitor program;

    @BeforeEach
    void a_program_of_a_company() {
        Staff staff = Staff.of(house);
        Tenant.in(
                staff.organisation(),
                () -> house.getBean(SetClock.class).set(LocalDate.parse("2026-03-02"), Actor.automation("test")));
        program = Visitor.withKey(port, staff.key(Role.ADMINISTRATOR));
        sent("/api/v1/customers", "{\"number\":\"acme\",\"name\":\"Acme Ltd\"}", 201);
    }

    private String sent(String path, String body, int status) {
        HttpResponse<String> answer = program.json("POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    @Test
    void a_contract_is_agreed_read_and_agreed_anew() {
        String id = sent("/api/v1/contracts", CONTRACT, 201).replaceAll("\\D", "");
        String changes = "/api/v1/contracts/" + id + "/changes";
        assertThat(program.get("/api/v1/contracts/" + id).body())
                .contains("FREQ=MONTHLY;INTERVAL=3", "\"billOn\":\"2026-07-01\"", "1100.50");
        sent(changes, "{\"what\": \"price\", \"price\": \"1200\", \"from\": \"2026-07-01\"}", 200);
        assertThat(sent(changes, "{\"what\": \"end\", \"from\": \"2026-09-30\"}", 200))
                .contains("1200.00", "\"lastDay\":\"2026-09-30\"")
                .doesNotContain("\"billOn\":\"2026-10-01\"");
        String more = """
                {"what": "line", "description": "Parts", "price": "5", "tax": "S19", "firstDay": "2026-05-01"}""";
        assertThat(sent(changes, more, 200)).contains("Parts", "FREQ=MONTHLY\"");
        assertThat(sent(changes, "{\"what\": \"sale\"}", 422)).contains("Choose price, line, pause or end.");
        assertThat(sent(changes, "{\"what\": \"price\", \"from\": \"2026-07-01\"}", 422))
                .contains("Give the price of one.");
    }

    @Test
    void work_that_is_not_billed_says_why() {
        String work = """
                {"customer": "acme", "origin": "hours", "description": "Two visits", "quantity": "2.5", "price": "80", "tax": "S19",
                 "key": "visit-7"}""";
        sent("/api/v1/billables", work, 201);
        String id = program.get("/api/v1/billables").body().replaceAll("(?s).*\"id\":(\\d+).*", "$1");
        sent("/api/v1/billables/" + id + "/withdrawal", "{}", 422);
        sent("/api/v1/billables/" + id + "/withdrawal", "{\"why\": \"Goodwill\"}", 204);
        assertThat(program.get("/api/v1/billables").body()).doesNotContain("Two visits");
    }
}
