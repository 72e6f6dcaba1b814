package dev.dunwell.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Links, ways to pay, started payments and mandates for programs, and who may what. */
@ServerTest
class DoorApiTest {

    private static final String ACME = "/api/v1/customers/acme";

    @Autowired
    ApplicationContext house;

    @LocalServerPort
    int port;

    private Staff staff;
    private Visitor manager;

    @BeforeEach
    void acme_owes() {
        staff = Staff.of(house);
        manager = as(Role.CREDIT_MANAGER);
        as(Role.ADMINISTRATOR).json("PUT", "/api/v1/organisation/mail", "{\"mode\":\"sink\"}");
        manager.json("POST", "/api/v1/customers", "{\"number\":\"acme\",\"name\":\"Acme\"}");
        manager.json(
                "POST",
                "/api/v1/contacts",
                "{\"customer\":\"acme\",\"name\":\"Ann\",\"email\":\"ann@acme.example\",\"role\":\"ap_clerk\"}");
        manager.json(
                "POST",
                "/api/v1/invoices",
                "{\"customer\":\"acme\",\"number\":\"R-1\",\"issuedOn\":\"2026-01-01\",\"dueOn\":\"2026-01-31\",\"amount\":75.00,\"currency\":\"EUR\"}");
    }

    private Visitor as(Role role) {
        return Visitor.withKey(port, staff.key(role));
    }

    private static int status(Visitor who, String method, String path, String body) {
        return who.json(method, path, body).statusCode();
    }

    @Test
    void a_link_is_mailed_listed_without_what_opens_it_and_taken_back() {
        var made = as(Role.COLLECTOR).json("POST", ACME + "/door-links", "{}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.body())
                .contains("\"to\":\"ann@acme.example\"", "\"isGood\":true")
                .doesNotContainPattern("[0-9A-Za-z]{43}");
        var all = manager.get(ACME + "/door-links");
        assertThat(all.body()).contains("\"isGood\":true").doesNotContainPattern("[0-9A-Za-z]{43}");
        assertThat(manager.json("DELETE", ACME + "/door-links", "").body()).isEqualTo("{\"revoked\":1}");
        assertThat(manager.get(ACME + "/door-links").body()).contains("\"isGood\":false");
        assertThat(manager.get("/api/v1/customers/nobody/door-links").statusCode())
                .isEqualTo(404);
    }

    @Test
    void ways_to_pay_are_told_with_reference_and_code() {
        Visitor admin = Visitor.signedIn(port, staff.email(Role.ADMINISTRATOR), Staff.PASSWORD);
        var account = java.util.Map.of(
                "currency", "EUR", "holder", "Meridian", "number", "AT611904300234573201", "scheme", "rf");
        admin.submit("/settings/ways-to-pay", "/settings/ways-to-pay/accounts", account);
        assertThat(manager.get(ACME + "/ways-to-pay?currency=EUR&invoice=R-1").body())
                .contains(
                        "\"method\":\"bank_transfer\"",
                        "AT61 1904",
                        "\"amount\":75.00",
                        "BCD\\n002",
                        "\"reference\":\"RF");
        assertThat(manager.get(ACME + "/ways-to-pay?currency=EUR&invoice=R-2").statusCode())
                .isEqualTo(422);
        assertThat(manager.get(ACME + "/ways-to-pay?currency=EURO").statusCode())
                .isEqualTo(422);
        assertThat(manager.get(ACME + "/started-payments").body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void a_mandate_is_written_down_listed_without_its_account_and_ended() {
        String mandate =
                "{\"holder\":\"Ann\",\"iban\":\"DE89370400440532013000\",\"consent\":\"signed form\",\"signedOn\":\"2026-01-15\"}";
        var given = manager.json("POST", ACME + "/mandates", mandate);
        assertThat(given.statusCode()).as(given.body()).isEqualTo(201);
        assertThat(status(manager, "POST", ACME + "/mandates", "{\"iban\":\"DE8937040044053201300X\"}"))
                .isEqualTo(422);
        String all = manager.get(ACME + "/mandates").body();
        assertThat(all).contains("DE89 … 3000", "signed form").doesNotContain("370400440532013000");
        String id = all.replaceAll("(?s).*\"id\":(\\d+).*", "$1");
        assertThat(status(manager, "POST", "/api/v1/mandates/" + id + "/end", "{\"why\":\"they called\"}"))
                .isEqualTo(204);
        assertThat(manager.get(ACME + "/mandates").body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void whoever_only_reads_makes_nothing() {
        for (Role role : new Role[] {Role.READ_ONLY, Role.SALES}) {
            Visitor reader = as(role);
            assertThat(status(reader, "POST", ACME + "/door-links", "{}")).isEqualTo(403);
            assertThat(status(reader, "DELETE", ACME + "/door-links", "")).isEqualTo(403);
            assertThat(status(reader, "POST", ACME + "/mandates", "{}")).isEqualTo(403);
            assertThat(status(reader, "POST", "/api/v1/mandates/1/end", "{}")).isEqualTo(403);
            assertThat(reader.get(ACME + "/door-links").statusCode()).isEqualTo(200);
        }
        assertThat(status(as(Role.COLLECTOR), "POST", ACME + "/mandates", "{}")).isEqualTo(403);
        assertThat(status(new Visitor(port), "POST", ACME + "/door-links", "{}"))
                .isEqualTo(401);
    }
}
