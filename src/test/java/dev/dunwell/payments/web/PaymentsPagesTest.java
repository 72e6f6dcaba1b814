package dev.dunwell.payments.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.kernel.BusinessCalendar;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Ways to pay over HTTP, without JavaScript: the settings and the report. */
@ServerTest
class PaymentsPagesTest {

    private static final String SETTINGS = "/settings/ways-to-pay";

    @Autowired
    ApplicationContext house;

    @LocalServerPort
    int port;

    private Staff staff;
    private Visitor admin;

    @BeforeEach
    void somebody_who_may() {
        staff = Staff.of(house);
        admin = Visitor.signedIn(port, staff.email(Role.ADMINISTRATOR), Staff.PASSWORD);
    }

    @Test
    void an_account_is_named_and_a_wrong_one_is_refused_beside_its_field() {
        Map<String, String> wrong =
                Map.of("currency", "EUR", "holder", "Meridian", "number", "AT611904300234573202", "scheme", "rf");
        HttpResponse<String> refused = admin.submit(SETTINGS, SETTINGS + "/accounts", wrong);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("check digits of this IBAN", "value=\"AT611904300234573202\"");
        Map<String, String> right =
                Map.of("currency", "eur", "holder", "Meridian", "number", "at61 1904 3002 3457 3201", "scheme", "rf");
        assertThat(admin.submit(SETTINGS, SETTINGS + "/accounts", right).statusCode())
                .isEqualTo(303);
        assertThat(admin.get(SETTINGS).body()).contains("AT61 1904 3002 3457 3201", "Creditor reference (ISO 11649)");
    }

    @Test
    void what_is_offered_keeps_its_surcharge() {
        Map<String, String> offer = Map.of(
                "on-EUR-card", "on", "percent-EUR-card", "1,75", "fixed-EUR-card", "0.25", "percent-EUR-paypal", "3");
        assertThat(admin.submit(SETTINGS, SETTINGS, offer).statusCode()).isEqualTo(303);
        assertThat(admin.get(SETTINGS).body())
                .containsPattern("name=\"on-EUR-card\" value=\"on\" checked")
                .contains("name=\"percent-EUR-card\" value=\"1.75\"", "name=\"fixed-EUR-card\" value=\"0.25\"")
                .contains("name=\"percent-EUR-paypal\" value=\"\"");
        admin.submit(SETTINGS, SETTINGS, Map.of("on-EUR-card", "on", "percent-EUR-card", "175"));
        assertThat(admin.get(SETTINGS).body()).contains("at most 10");
    }

    @Test
    void keys_go_in_and_never_come_out() {
        Map<String, String> keys = Map.of("secret", "sk_test_canary", "events", "whsec_canary", "isTest", "on");
        assertThat(admin.submit(SETTINGS, SETTINGS + "/stripe", keys).statusCode())
                .isEqualTo(303);
        String page = admin.get(SETTINGS).body();
        assertThat(page)
                .containsPattern("/pay-events/stripe/" + staff.organisation() + "-[0-9A-Za-z]{43}")
                .doesNotContain("canary");
        Visitor manager = Visitor.signedIn(port, staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD);
        assertThat(manager.get(SETTINGS).body()).contains("An administrator can change this.");
        assertThat(manager.submit(SETTINGS, SETTINGS + "/stripe", keys).statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_report_shows_shares_and_is_a_file() {
        Visitor program = Visitor.withKey(port, staff.key(Role.CLERK));
        program.json("POST", "/api/v1/customers", "{\"number\":\"acme\",\"name\":\"Acme\"}");
        program.json(
                "POST",
                "/api/v1/payments",
                "{\"customer\":\"acme\",\"receivedOn\":\"2026-03-02\",\"amount\":75.00,\"currency\":\"EUR\",\"sourceKey\":\"stripe:pi_1\"}");
        program.json(
                "POST",
                "/api/v1/payments",
                "{\"customer\":\"acme\",\"receivedOn\":\"2026-03-03\",\"amount\":225.00,\"currency\":\"EUR\"}");
        String report =
                admin.get("/payment-methods?from=2026-03-01&to=2026-03-31").body();
        assertThat(report).contains("Card (Stripe)", "25.0\u00a0%", "Transfer and other", "75.0\u00a0%");
        assertThat(admin.get("/payment-methods.csv?from=2026-03-01&to=2026-03-31")
                        .body())
                .contains("\"card\",\"EUR\",1,75.00,25.0,0.00,,");
        assertThat(admin.get("/payment-methods?from=2026-04-01&to=2026-04-30").body())
                .contains("No money came in this period");
    }

    @Test
    void a_signed_mandate_becomes_a_file_for_the_bank() {
        LocalDate on = BusinessCalendar.of("")
                .onOrAfter(LocalDate.now(house.getBean(Clock.class)).plusDays(5));
        Visitor program = Visitor.withKey(port, staff.key(Role.CLERK));
        program.json("POST", "/api/v1/customers", "{\"number\":\"acme\",\"name\":\"Acme\"}");
        program.json(
                "POST",
                "/api/v1/invoices",
                "{\"customer\":\"acme\",\"number\":\"R-1\",\"issuedOn\":\"2026-01-01\",\"dueOn\":\"2026-01-31\",\"amount\":75.00,\"currency\":\"EUR\"}");
        Map<String, String> account =
                Map.of("currency", "EUR", "holder", "Meridian", "number", "AT611904300234573201", "scheme", "rf");
        admin.submit(SETTINGS, SETTINGS + "/accounts", account);
        String debits = "/direct-debits";
        assertThat(admin.get(debits).body()).contains("Creditor identifier", "None yet.");
        Map<String, String> creditor = Map.of("creditorId", "DE98ZZZ09999999999", "noticeDays", "3");
        assertThat(admin.submit(debits, debits + "/creditor", creditor).statusCode())
                .isEqualTo(303);
        Map<String, String> mandate = Map.of(
                "customer",
                "acme",
                "holder",
                "Ana Ruiz",
                "iban",
                "DE89 3704 0044 0532 0130 00",
                "signedOn",
                "2026-01-15",
                "scheme",
                "core",
                "consent",
                "signed form of 15 January");
        Map<String, String> wrong = new HashMap<>(mandate);
        wrong.put("iban", "DE89370400440532013001");
        HttpResponse<String> refused = admin.submit(debits, debits + "/mandates", wrong);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("check digits of this IBAN", "value=\"DE89370400440532013001\"");
        assertThat(admin.submit(debits, debits + "/mandates", mandate).statusCode())
                .isEqualTo(303);
        String page = admin.get(debits + "?on=" + on).body();
        assertThat(page).contains("DE89 … 3000", "signed form of 15 January", "R-1");
        String invoice = page.replaceAll("(?s).*name=\"invoice\" value=\"(\\d+)\".*", "$1");
        HttpResponse<String> made =
                admin.submit(debits, debits, Map.of("collectOn", on.toString(), "scheme", "core", "invoice", invoice));
        assertThat(made.statusCode()).isEqualTo(303);
        String run = made.headers().firstValue("Location").orElseThrow();
        assertThat(admin.get(run).body()).contains("R-1", "FRST", "under way", "tell them by letter");
        assertThat(admin.get(run + "/file").body()).contains("1 of the payers are not told yet");
        assertThat(admin.submit(run, run + "/told", Map.of()).statusCode()).isEqualTo(303);
        assertThat(admin.get(run + "/file").body()).contains("pain.008.001.08", "<EndToEndId>DD-");
        assertThat(admin.get(debits).body()).contains("Files for the bank");
    }
}
