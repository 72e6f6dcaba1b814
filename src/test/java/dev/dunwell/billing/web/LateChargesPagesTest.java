package dev.dunwell.billing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.dunwell.Screen;
import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Role;
import dev.dunwell.access.SetClock;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.IntegrityExtension;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@ExtendWith(IntegrityExtension.class)
class LateChargesPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    JsonMapper json;

    private Staff staff;
    private Visitor nora;
    private Visitor program;

    @BeforeEach
    void an_invoice_15_days_late() {
        staff = Staff.of(house);
        Tenant.in(
                staff.organisation(),
                () -> house.getBean(SetClock.class).set(LocalDate.parse("2026-02-15"), Actor.automation("test")));
        nora = Visitor.signedIn(port, staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD);
        program = Visitor.withKey(port, staff.key(Role.CREDIT_MANAGER));
        api(
                201,
                "/terms",
                "{\"name\":\"Late\",\"validFrom\":\"2020-01-01\",\"due\":\"net 30\",\"methods\":[\"card\"],\"late\":\"contract\","
                        + "\"interestPercent\":10,\"interestPer\":\"year\",\"dayCount\":\"actual_365\",\"fees\":\"1: 10.00\"}");
        api(201, "/customers", "{\"number\":\"acme\",\"name\":\"Acme Ltd\",\"terms\":\"Late\"}");
        api(
                201,
                "/invoices",
                "{\"customer\":\"acme\",\"number\":\"I-1\",\"issuedOn\":\"2026-01-01\",\"amount\":\"100.00\",\"currency\":\"EUR\"}");
    }

    private JsonNode api(int status, String path, String body) {
        HttpResponse<String> answer =
                body.isEmpty() ? program.get("/api/v1" + path) : program.json("POST", "/api/v1" + path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }

    private String page(String path) {
        HttpResponse<String> answer = nora.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String link(String html, String begin) {
        int at = html.indexOf("href=\"" + begin);
        assertThat(at).as(html).isPositive();
        return html.substring(at + 6, html.indexOf('"', at + 6)).replaceAll("#.*", "");
    }

    @Test
    void interest_is_told_line_by_line_to_programs() {
        JsonNode answer = api(200, "/invoices/I-1/interest", "");
        assertThat(answer.get("interest").decimalValue()).isEqualByComparingTo("0.41");
        assertThat(answer.get("total").decimalValue()).isEqualByComparingTo("100.41");
        JsonNode line = answer.get("lines").get(0);
        assertThat(line.get("exact").decimalValue()).isEqualByComparingTo("0.410959");
        assertThat(line.get("days").asInt()).isEqualTo(15);
        assertThat(answer.get("feesByStage").get(0).get("amount").decimalValue())
                .isEqualByComparingTo("10.00");
        assertThat(api(200, "/invoices/I-1/interest?asOf=2026-02-01", "")
                        .get("interest")
                        .decimalValue())
                .isEqualByComparingTo("0.03");
        assertThat(api(200, "/invoices/I-1/interest?asOf=2026-01-31", "")
                        .get("interest")
                        .decimalValue())
                .isEqualByComparingTo("0.00");
    }

    @Test
    void the_list_shows_what_accrued_and_where_it_went() {
        String list = page("/late-charges");
        assertThat(list).contains("Acme Ltd", "I-1", "Interest", "0.41", "Accrued");
        String invoice = link(list, "/invoices/");
        assertThat(page(invoice)).contains("Late payment", "0.410959", "Claim interest", "Claim fee of stage 1");
        HttpResponse<String> claimed = nora.submit(invoice, invoice + "/claims", Map.of("stage", "interest"));
        assertThat(claimed.statusCode()).isEqualTo(303);
        assertThat(page(invoice)).contains("claimed as", "I-1/I1", "Nothing has accrued since the last decision");
        assertThat(page("/late-charges?state=claimed")).contains("I-1/I1");
        assertThat(page("/late-charges?state=waived")).contains("Nothing of that kind");
        assertThat(page(link(list, "/customers/"))).contains("Late charges", "I-1/I1", "claimed", "for late payment");
        assertThat(page("/late-charges.csv")).contains("acme", "I-1/I1", "0.41");
    }

    @Test
    void a_charge_is_held_and_waived_with_a_reason() {
        assertThat(api(
                                201,
                                "/invoices/I-1/charge-holds",
                                "{\"stage\":\"interest\",\"until\":\"2026-03-01\",\"reason\":\"if they pay\"}")
                        .get("state")
                        .asString())
                .isEqualTo("held");
        String invoice = link(page("/late-charges"), "/invoices/");
        assertThat(page(invoice)).contains("held until", "if they pay");
        HttpResponse<String> waived = nora.submit(
                invoice, invoice + "/waivers", Map.of("stage", "interest", "why", "they paid", "holdUntil", ""));
        assertThat(waived.statusCode()).isEqualTo(303);
        assertThat(page(invoice)).contains("waived", "they paid");
        assertThat(api(200, "/late-charges?customer=acme&state=waived", "").get("items"))
                .hasSize(1);
        api(409, "/invoices/I-1/claims", "{\"stage\":\"interest\"}");
        api(422, "/invoices/I-1/waivers", "{\"stage\":\"stage-1\"}");
    }

    @Test
    void without_late_invoices_the_page_says_why_it_is_empty() {
        Staff others = Staff.of(house);
        try (var reader = Visitor.signedIn(port, others.email(Role.READ_ONLY), Staff.PASSWORD)) {
            assertThat(reader.get("/late-charges").body()).contains("No late charges", "Look at the terms");
        }
    }

    @Test
    void a_rate_is_added_with_its_source() {
        assertThat(page("/settings/late-payment")).contains("Germany", "Spain", "BGB", "Add a rate", "2.15");
        Map<String, String> rate =
                Map.of("reference", "ecb", "from", "2026-07-01", "percent", "2.05", "source", "ecb.europa.eu");
        assertThat(nora.submit("/settings/late-payment", "/settings/late-payment/rates", rate)
                        .statusCode())
                .isEqualTo(303);
        assertThat(page("/settings/late-payment")).contains("2.05", "ecb.europa.eu", "added by");
        Map<String, String> wrong =
                Map.of("reference", "ecb", "from", "2026-08-01", "percent", "2.05", "source", "ecb.europa.eu");
        HttpResponse<String> refused = nora.submit("/settings/late-payment", "/settings/late-payment/rates", wrong);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("1 January or 1 July");
        assertThat(api(200, "/reference-rates", "")
                        .get("items")
                        .get(0)
                        .get("percent")
                        .decimalValue())
                .isEqualByComparingTo("2.05");
    }

    @Test
    @Tag("look")
    void every_page_can_be_seen_and_read() {
        String invoice = link(page("/late-charges"), "/invoices/");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("late-charges", "/late-charges");
        pages.put("terms", "/settings/terms");
        pages.put("terms-sheet", link(page(invoice), "/settings/terms/"));
        pages.put("terms-new", "/settings/terms/new");
        pages.put("late-payment", "/settings/late-payment");
        pages.put("invoice-charges", invoice);
        pages.put("customer-charges", link(page("/late-charges"), "/customers/"));
        try (var screen = new Screen(port)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : new int[] {1440, 390}) {
                    Page page = screen.signedIn(staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD, width, scheme);
                    pages.forEach((name, path) -> {
                        screen.open(page, path);
                        screen.look(
                                page,
                                "billing-%s-%s-%d".formatted(name, scheme.name().toLowerCase(Locale.ROOT), width));
                    });
                    page.context().close();
                }
            }
            assertThat(screen.faults()).isEmpty();
        }
    }
}
