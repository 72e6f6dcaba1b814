package dev.dunwell.deals;

import static dev.dunwell.ledger.Book.NORA;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import dev.dunwell.Screen;
import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.demo.Employer;
import dev.dunwell.demo.Scene;
import dev.dunwell.demo.Story;
import dev.dunwell.demo.Storyteller;
import dev.dunwell.ledger.IntegrityExtension;
import dev.dunwell.messaging.LatestMail;
import dev.dunwell.portal.SendLink;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A deal from the quote to the cash: quoted, accepted at the customer's door, a milestone reached, its invoice by mail
 * and behind the payer's door, paid early with the discount that was quoted, and the ledger is right.
 */
@Tag("browser")
@ServerTest
@ExtendWith(IntegrityExtension.class)
class DealToCashTest {

    private static final String STORY = """
            2026-03-02  organisation "Works" EUR country DE
                        customer C-1 "Brightwater Foods Ltd"
                        contact  C-1 "James Okafor" email james@brightwater.example
                        customer C-2 "Somebody Else Ltd" terms "2/10 net 30"
            """;

    @Autowired
    ApplicationContext house;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private Staff staff;
    private Visitor program;
    private Screen screen;
    private Page paul;

    @BeforeEach
    void a_company_that_issues_its_invoices() {
        staff = Staff.of(house);
        house.getBean(Storyteller.class).tell(new Scene(new Employer(staff)), Story.read("deal", STORY));
        Tenant.runIn(
                staff.organisation(),
                () -> transaction.executeWithoutResult(
                        _ -> db.sql("update organisation set recall_minutes = 0 where id = current_org()")
                                .update()));
        program = Visitor.withKey(port, staff.key(Role.ADMINISTRATOR));
        try (Visitor owner = Visitor.signedIn(port, staff.email(Role.ADMINISTRATOR), Staff.PASSWORD)) {
            submit(owner, "/settings/invoicing", "/settings/invoicing", party("Works GmbH", "Hamburg"));
            submit(
                    owner,
                    "/settings/ways-to-pay",
                    "/settings/ways-to-pay/accounts",
                    Map.of(
                            "currency", "EUR",
                            "holder", "Works GmbH",
                            "number", "DE02120300000000202051",
                            "scheme", "rf"));
            String buyer = "/customers/" + sql("select id::text from customer where number = 'C-1'") + "/buyer";
            submit(owner, buyer, buyer, party("Brightwater Foods Ltd", "Dresden"));
        }
        screen = new Screen(port);
        paul = screen.signedIn(staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD, 1440, ColorScheme.LIGHT);
    }

    private static Map<String, String> party(String name, String town) {
        Map<String, String> form = new HashMap<>(
                Map.of("name", name, "street", "Am Markt 1", "postcode", "01067", "town", town, "country", "DE"));
        form.putAll(Map.of("on", "true", "vatId", "DE136695976", "series", "INV", "colour", "#0f5a66"));
        form.putAll(Map.of("form", "factur-x", "delivery", "mail"));
        return form;
    }

    private static void submit(Visitor owner, String page, String action, Map<String, String> form) {
        assertThat(owner.submit(page, action, form).statusCode()).as(action).isEqualTo(303);
    }

    @AfterEach
    void close() {
        if (screen != null) {
            screen.close();
        }
        program.close();
    }

    @Test
    void from_the_quote_to_the_cash() throws Exception {
        it_is_quoted_and_accepted_at_the_door();
        it_is_ordered_and_a_milestone_is_reached();
        its_invoice_comes_by_mail_and_lies_behind_the_door();
        it_is_paid_early_with_the_discount_that_was_quoted();
        assertThat(screen.faults()).isEmpty();
    }

    private void it_is_quoted_and_accepted_at_the_door() throws Exception {
        screen.open(paul, "/quotes");
        paul.fill("[name=customer]", "C-1");
        paul.fill("[name=title]", "Bottling line");
        paul.selectOption("[name=terms]", new SelectOption().setLabel("2/10 net 30, version 1"));
        paul.click("button:text-is('Begin')");
        said("A draft. Add what it offers.");
        paul.fill("[name=description]", "Bottling line, installed");
        paul.fill("[name=price]", "5000");
        paul.fill("[name=tax]", "S19");
        paul.click("button:text-is('Add')");
        said("Added.");
        screen.look(paul, "deal-quote");
        paul.click("button:text-is('Send by mail')");
        said("It is in the outbox.");
        night("2026-03-03");
        assertThat(mail().text()).contains("Q-2026-0001", "Bottling line, installed", "5,000.00", "2/10 net 30");

        Page james = screen.stranger(390, ColorScheme.LIGHT, true);
        screen.open(james, mail().text().replaceAll("(?s).*(/d/\\S+).*", "$1"));
        james.click("main button");
        james.click("main a:text-is('Q-2026-0001')");
        assertThat(james.textContent("main")).contains("5,950.00", "2 % discount when paid within 10 days");
        assertThat(mail().pdf()).contains("Q-2026-0001", "5,950.00 EUR");
        screen.look(james, "deal-door-quote");
        james.click("button:text-is('Accept the quote')");
        james.waitForSelector("main >> text=Accepted by James Okafor");
        assertThat(sql("select accepted_by || evidence from terms_acceptance")).contains("At the customer's door at");
        screen.open(paul, "/quotes/answered");
        assertThat(paul.innerText("#main")).contains("Q-2026-0001", "James Okafor");
        paul.click("#main a:text-is('Q-2026-0001')");
    }

    private void it_is_ordered_and_a_milestone_is_reached() {
        paul.fill("[name=reference]", "PO-4711");
        paul.click("button:text-is('Make it an order')");
        said("Ordered.");
        paul.fill("#part-title", "Installed");
        paul.fill("#part-percent", "40");
        paul.fill("#part-plannedOn", "2026-03-10");
        paul.click("button:text-is('Agree')");
        said("Agreed.");
        night("2026-03-10");
        paul.reload();
        paul.click("button:text-is('Reached')");
        said("Noted. It is on the next run.");
        assertThat(program.get("/api/v1/orders").body()).contains("PO-4711", "\"reachedOn\":\"2026-03-10\"");
        screen.look(paul, "deal-order");
    }

    private void its_invoice_comes_by_mail_and_lies_behind_the_door() throws Exception {
        screen.open(paul, "/invoicing");
        assertThat(paul.innerText("#main")).contains("Installed · 40 % · O-2026-0001", "2,380.00");
        paul.click("main button:text-is('Issue')");
        said("INV-2026-00001 is issued.");
        night("2026-03-11");
        LatestMail invoice = mail();
        assertThat(invoice.text()).contains("INV-2026-00001", "2,380.00");
        assertThat(invoice.pdf())
                .contains(
                        "INV-2026-00001", "PO-4711", "2,380.00", "2 % discount when paid by 20 March 2026", "2,332.40");

        String customer = sql("select id::text from customer where number = 'C-1'");
        Tenant.runIn(staff.organisation(), () -> {
            var caller = new Caller(
                    house.getBean(Organisations.class).current(), NORA, Role.ADMINISTRATOR, null, LocalDate.EPOCH);
            house.getBean(SendLink.class).to(caller, Long.parseLong(customer));
        });
        String link = mail().text().replaceAll("(?s).*(/d/\\S+).*", "$1");
        Page james = screen.stranger(390, ColorScheme.LIGHT, true);
        screen.open(james, link);
        james.click("main button");
        assertThat(james.textContent("main")).contains("INV-2026-00001", "2,380.00");
        james.click("main a:has-text('INV-2026-00001')");
        Download copy = james.waitForDownload(() -> james.click("#copy a.btn"));
        assertThat(LatestMail.words(Files.readAllBytes(copy.path()))).isEqualTo(invoice.pdf());
        screen.look(james, "deal-door");
    }

    private void it_is_paid_early_with_the_discount_that_was_quoted() {
        night("2026-03-20");
        screen.open(paul, "/invoices/" + sql("select id::text from invoice where number = 'INV-2026-00001'"));
        paul.fill("[name=amount]", "2332.40");
        paul.click("button:text-is('Save payment')");
        paul.waitForSelector("#main >> text=Discount taken");
        assertThat(sql("select open_amount::text from invoice")).isEqualTo("0");
        assertThat(sql("""
                select string_agg(a.amount || ' by ' || case when a.payment_id is not null then 'payment' else 'discount' end, ', '
                  order by a.amount desc)
                from allocation a
                where a.effective_on = date '2026-03-20'
                """)).isEqualTo("233240 by payment, 4760 by discount");
        screen.open(paul, "/orders/" + sql("select id::text from sales_order"));
        paul.fill("#all-on", "2026-03-20");
        paul.click("button:has-text('Complete')");
        said("Complete. The rest is on the next run.");
        screen.open(paul, "/invoicing");
        assertThat(paul.innerText("#main")).contains("5,000.00", "2,000.00", "3,570.00");
    }

    private void said(String words) {
        paul.waitForSelector("#messages >> text=" + words);
    }

    private void night(String day) {
        var set = program.json("PUT", "/api/v1/organisation/clock", "{\"today\": \"" + day + "\"}");
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        var night = program.json("POST", "/api/v1/nights", "{\"date\": \"" + day + "\"}");
        assertThat(night.statusCode()).as(night.body()).isEqualTo(200);
    }

    private String sql(String question) {
        return Tenant.in(
                staff.organisation(),
                () -> String.valueOf(transaction.<String>execute(
                        _ -> db.sql(question).query(String.class).single())));
    }

    private LatestMail mail() throws Exception {
        return LatestMail.of(house, staff.organisation());
    }
}
