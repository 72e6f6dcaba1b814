package dev.dunwell.invoicing.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServerTest
@ExtendWith(IntegrityExtension.class)
class InvoicingPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    private Visitor nora;
    private Visitor program;

    @BeforeEach
    void a_company_that_issues_its_invoices() {
        Staff staff = Staff.of(house);
        Tenant.in(
                staff.organisation(),
                () -> house.getBean(SetClock.class).set(LocalDate.parse("2026-03-02"), Actor.automation("test")));
        nora = Visitor.signedIn(port, staff.email(Role.ADMINISTRATOR), Staff.PASSWORD);
        program = Visitor.withKey(port, staff.key(Role.ADMINISTRATOR));
        assertThat(program.json(
                                "POST",
                                "/api/v1/customers",
                                "{\"number\":\"acme\",\"name\":\"Acme Ltd\",\"terms\":\"net 30\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    private String page(String path) {
        HttpResponse<String> answer = nora.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private void submit(String page, String action, String... fields) {
        Map<String, String> form = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        assertThat(nora.submit(page, action, form).statusCode()).as(action).isEqualTo(303);
    }

    private static String link(String html, String begin) {
        int at = html.indexOf("href=\"" + begin);
        assertThat(at).as(html).isPositive();
        return html.substring(at + 6, html.indexOf('"', at + 6));
    }

    private void switchedOn() {
        submit(
                "/settings/invoicing",
                "/settings/invoicing",
                "on",
                "true",
                "name",
                "Meridian GmbH",
                "street",
                "Hafenstraße 12",
                "postcode",
                "20457",
                "town",
                "Hamburg",
                "country",
                "DE",
                "vatId",
                "DE136695976",
                "series",
                "INV");
        submit(
                "/settings/ways-to-pay",
                "/settings/ways-to-pay/accounts",
                "currency",
                "EUR",
                "holder",
                "Meridian GmbH",
                "number",
                "DE02120300000000202051",
                "scheme",
                "rf");
    }

    @Test
    void who_bills_elsewhere_never_sees_it() {
        assertThat(page("/customers")).doesNotContain("href=\"/invoicing\"");
        assertThat(page("/invoicing")).contains("The house issues no invoices yet");
        switchedOn();
        assertThat(page("/customers")).contains("href=\"/invoicing\"");
    }

    @Test
    void what_was_typed_stays_on_the_form_beside_what_is_wrong_with_it() {
        switchedOn();
        HttpResponse<String> refused = nora.submit(
                "/contracts",
                "/contracts",
                Map.of("customer", "nobody", "number", "K-9", "title", "Rent of the hall", "price", "1,250.00"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Say what is delivered.", "Give the first day.", "Rent of the hall", "1,250.00");
        HttpResponse<String> work = nora.submit(
                "/invoicing/unbilled",
                "/invoicing/unbilled",
                Map.of(
                        "customer",
                        "acme",
                        "description",
                        "Two visits",
                        "quantity",
                        "two",
                        "price",
                        "80",
                        "tax",
                        "S19"));
        assertThat(work.statusCode()).isEqualTo(422);
        assertThat(work.body()).contains("This is no number", "Two visits");
    }

    @Test
    void a_contract_gets_one_more_line() {
        switchedOn();
        Map<String, String> line = Map.of(
                "description",
                "Care",
                "price",
                "1,100.00",
                "tax",
                "S19",
                "firstDay",
                "2026-03-01",
                "rhythm",
                "FREQ=MONTHLY;INTERVAL=3");
        Map<String, String> head = Map.of("customer", "acme", "number", "K-1", "title", "Care of machines");
        Map<String, String> form = new HashMap<>(head);
        form.putAll(line);
        assertThat(nora.submit("/contracts", "/contracts", form).statusCode()).isEqualTo(303);
        assertThat(page("/contracts")).contains("1,100.00");
        String contract = link(page("/contracts"), "/contracts/");
        Map<String, String> more = new HashMap<>(Map.of("what", "line", "description", "Spare parts", "price", "25"));
        more.putAll(Map.of("tax", "S19", "firstDay", "2026-03-10", "rhythm", "FREQ=WEEKLY;INTERVAL=2"));
        assertThat(nora.submit(contract, contract + "/changes", more).statusCode())
                .isEqualTo(303);
        assertThat(page(contract)).contains("Spare parts", "every 2 weeks", "every 3 months", "1,100.00");
    }

    @Test
    void from_the_contract_to_the_issued_invoice_and_back_again() {
        switchedOn();
        submit(
                "/contracts",
                "/contracts",
                "customer",
                "acme",
                "number",
                "K-1",
                "title",
                "Care of machines",
                "description",
                "Care",
                "price",
                "100",
                "tax",
                "S19",
                "firstDay",
                "2026-03-01",
                "rule",
                "FREQ=MONTHLY");
        String contract = link(page("/contracts"), "/contracts/");
        assertThat(page(contract)).contains("Next periods", "100.00", "monthly");
        submit("/invoicing", "/invoicing/look");
        String run = page("/invoicing");
        assertThat(run).contains("Acme Ltd", "incomplete", "Say how invoices name this customer");
        String buyer = link(run, "/customers/").replaceAll("/buyer$", "") + "/buyer";
        submit(
                buyer,
                buyer,
                "name",
                "Acme Ltd",
                "street",
                "Am Markt 1",
                "postcode",
                "01067",
                "town",
                "Dresden",
                "country",
                "DE",
                "form",
                "factur-x",
                "delivery",
                "portal");
        run = page("/invoicing");
        assertThat(run).contains("to approve", "119.00").doesNotContain("incomplete");
        int at = run.indexOf("name=\"billable\" value=\"") + 23;
        submit("/invoicing", "/invoicing", "billable", run.substring(at, run.indexOf('"', at)), "meant", "");
        String issued = link(page("/invoicing/issued"), "/invoicing/issued/");
        assertThat(page(issued)).contains("INV-2026-00001", "119.00", "In the portal");
        assertThat(nora.get(issued + "/files/pdf").headers().firstValue("Content-Type"))
                .contains("application/pdf");
        submit(issued, issued + "/credit", "reason", "Wrong price", "again", "true");
        assertThat(page("/invoicing/issued")).contains("INVC-2026-00001", "taken back");
        assertThat(page("/invoicing/unbilled")).contains("Acme Ltd", "100.00");
    }

    @Test
    void programs_add_hours_once_and_closing_a_month_tells_what_was_overlooked() {
        switchedOn();
        String hours = "{\"key\":\"t-1\",\"customer\":\"acme\",\"origin\":\"hours\",\"description\":\"Consulting\","
                + "\"quantity\":\"7.5\",\"unit\":\"hour\",\"price\":\"80\",\"tax\":\"S19\",\"deliveredOn\":\"2026-01-20\"}";
        assertThat(program.json("POST", "/api/v1/billables", hours).statusCode())
                .isEqualTo(201);
        assertThat(program.json("POST", "/api/v1/billables", hours).statusCode())
                .isEqualTo(409);
        assertThat(program.get("/api/v1/billables").body()).contains("\"amount\":600.00");
        assertThat(page("/invoicing/unbilled")).contains("Consulting", "overlooked?");
        assertThat(page("/settings/periods")).contains("on no invoice yet: 1 piece of work, 600.00 EUR net");
    }
}
