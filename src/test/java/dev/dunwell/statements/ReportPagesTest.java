package dev.dunwell.statements;

import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.IntegrityExtension;
import dev.dunwell.ledger.RecordInvoice;
import dev.dunwell.ledger.RecordPayment;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an accountant looks at, over HTTP: open items, journal, exports, receivables, statements, periods. */
@ServerTest
@ExtendWith(IntegrityExtension.class)
class ReportPagesTest {

    private static final Actor NORA = Actor.person("Nora Lindqvist");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    Book.Doors doors;

    @Autowired
    JsonMapper json;

    @Autowired
    PrintStatements printStatements;

    @Autowired
    Organisations organisations;

    private Staff staff;
    private Visitor nora;
    private Visitor program;
    private Customer acme;

    @BeforeEach
    void a_customer_with_an_invoice_and_a_payment() {
        staff = Staff.of(house);
        nora = Visitor.signedIn(port, staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD);
        program = Visitor.withKey(port, staff.key(Role.CREDIT_MANAGER));
        acme = Tenant.in(
                staff.organisation(),
                () -> doors.recordCustomer().record(NORA, "C-1184", "Castellano & Söhne", Customer.Profile.UNKNOWN));
        var bill = new RecordInvoice.Wanted(
                acme.id(), "2026/17", day("2026-01-01"), day("2026-01-31"), eur("4860.00"), null, List.of());
        Tenant.in(staff.organisation(), () -> doors.recordInvoice().record(NORA, bill));
        var paid = new RecordPayment.Wanted(
                acme.id(), day("2026-01-20"), eur("860.00"), "part", null, RecordPayment.Use.OLDEST_FIRST);
        Tenant.in(staff.organisation(), () -> doors.recordPayment().record(NORA, paid));
    }

    private String page(String path) {
        HttpResponse<String> answer = nora.get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private JsonNode get(String path) {
        HttpResponse<String> answer = program.get("/api/v1" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private JsonNode post(int status, String path, String body) {
        HttpResponse<String> answer = program.json("POST", "/api/v1" + path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }

    @Test
    void open_items_and_aging_are_told_as_of_a_day_and_as_known_at_a_moment() {
        assertThat(page("/open-items?asOf=2026-02-10")).contains("2026/17", "4,000.00", "Open items", "As known at");
        assertThat(page("/open-items?asOf=2026-01-19&customer=C-1184")).contains("4,860.00");
        assertThat(page("/open-items?asOf=2026-02-10&knownAt=2026-01-01"))
                .contains("Nothing was open", "As it was known at");
        assertThat(page("/aging?asOf=2026-02-10&buckets=5,10")).contains("6–10", "11+", "4,000.00");
        assertThat(page("/aging?asOf=2026-02-10&knownAt=2026-01-01")).contains("Nothing was open");
        assertThat(nora.get("/aging?buckets=10,5").statusCode()).isEqualTo(422);
        assertThat(nora.get("/aging?knownAt=2199-01-01").statusCode()).isEqualTo(422);
        assertThat(page("/open-items.csv?asOf=2026-02-10")).contains("4000.00");
        assertThat(page("/aging.csv?asOf=2026-02-10&buckets=15,30")).contains("1-15 days", "16-30 days");
        assertThat(get("/open-items?asOf=2026-02-10")
                        .get("items")
                        .get(0)
                        .get("open")
                        .decimalValue())
                .isEqualByComparingTo("4000.00");
        assertThat(get("/open-items?asOf=2026-02-10&knownAt=2026-01-01T00:00:00Z")
                        .get("items"))
                .isEmpty();
        assertThat(get("/aging?asOf=2026-02-10&buckets=5").get("buckets")).hasSize(3);
    }

    @Test
    void the_journal_is_shown_filtered_paged_and_downloaded() {
        String period = "from=2026-01-01&to=2026-01-31";
        assertThat(page("/journal?" + period)).contains("2026/17", "Receivables", "Payments on account", "4,860.00");
        assertThat(page("/journal?" + period + "&account=cash"))
                .contains("860.00")
                .doesNotContain("Revenue</td>");
        assertThat(page("/journal?" + period + "&customer=C-1184")).contains("2026/17");
        assertThat(page("/journal.csv?" + period)).contains("receivables", "4860.00");
        JsonNode first = get("/journal?" + period + "&limit=4");
        assertThat(first.get("items")).hasSize(4);
        JsonNode rest = get(
                "/journal?" + period + "&limit=4&cursor=" + first.get("next").asString());
        assertThat(rest.get("items")).hasSize(2);
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(nora.get("/journal?account=nothing").statusCode()).isEqualTo(422);
    }

    @Test
    void an_export_is_made_from_the_page_and_fetched_again_as_it_was() {
        assertThat(page("/journal/exports")).contains("Nothing exported yet", "Export what is new");
        nora.submit("/journal/exports", "/journal/exports", Map.of());
        String list = page("/journal/exports");
        String file = list.substring(list.indexOf("/journal/exports/"), list.indexOf(".csv\"") + 4);
        String csv = page(file);
        assertThat(csv).contains("cash", "on_account", "860.00");
        assertThat(page(file)).isEqualTo(csv);
        nora.submit("/journal/exports", "/journal/exports", Map.of());
        assertThat(page("/journal/exports")).contains("Nothing to export");
        assertThat(get("/journal/exports")).hasSize(1);
        assertThat(post(422, "/journal/exports", "{}").get("type").asString()).endsWith("nothing-new");
        assertThat(page("/settings/accounting")).contains("Beraternummer", "1400");
        nora.submit("/settings/accounting", "/settings/accounting", Map.of("cash", "1200", "consultant", "29098"));
        assertThat(page("/settings/accounting")).contains("value=\"29098\"");
        assertThat(nora.submit("/settings/accounting", "/settings/accounting", Map.of("consultant", "many"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void receivables_tie_to_the_ledger_and_tell_who_pays_within_terms() {
        assertThat(page("/receivables?from=2026-01-01&asOf=2026-01-31"))
                .contains("4,860.00", "860.00", "4,000.00", "Paid within terms", "17.7 %".replace(' ', '\u00a0'));
        assertThat(page("/receivables.csv?from=2026-01-01&asOf=2026-01-31"))
                .contains("0.00,4860.00,0.00,860.00,0.00,4000.00");
        assertThat(page("/receivables?from=2026-02-01&asOf=2026-02-28")).contains("4,000.00");
        JsonNode row =
                get("/receivables?from=2026-01-01&asOf=2026-01-31").get("items").get(0);
        assertThat(row.get("customer").stringValue()).isEqualTo("C-1184");
        assertThat(row.get("figures").get("closing").decimalValue()).isEqualByComparingTo("4000.00");
        assertThat(get("/receivables/totals?from=2026-01-01&asOf=2026-01-31")
                        .get("totals")
                        .get(0))
                .isEqualTo(row.get("figures"));
    }

    @Test
    void a_statement_is_looked_at_made_and_fetched_again_as_it_was() {
        String here = "/customers/" + acme.id() + "/statement";
        assertThat(page("/customers/" + acme.id())).contains(here);
        assertThat(page(here + "?from=2026-01-01&to=2026-01-31")).contains("Make the PDF", "As known at");
        assertThat(page(here + "/sheet?from=2026-01-01&to=2026-01-31"))
                .contains("Statement of account", "Castellano &amp; Söhne", "Payment part", "4,000.00");
        assertThat(page(here + ".csv?from=2026-01-01&to=2026-01-31")).contains("opening", "closing", "4000.00");
        nora.submit(here, here + "?from=2026-01-01&to=2026-01-31", Map.of());
        String after = page(here);
        String file = after.substring(after.indexOf("/statements/"), after.indexOf(".pdf\"") + 4);
        String pdf = page(file);
        assertThat(pdf).startsWith("%PDF");
        assertThat(page(file)).isEqualTo(pdf);
        JsonNode statement = get("/customers/C-1184/statement?from=2026-01-01&to=2026-01-31");
        assertThat(statement.get("currencies").get(0).get("closing").asString()).isEqualTo("4000.00");
        JsonNode made = post(201, "/customers/C-1184/statements", "{\"kind\":\"confirmation\",\"to\":\"2026-01-31\"}");
        assertThat(program.get("/api/v1/statements/" + made.get("id").asLong() + ".pdf")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void statements_of_many_are_asked_for_and_fetched_as_one_file() {
        nora.submit("/statements", "/statements", Map.of("kind", "outstanding", "to", "2026-01-31"));
        assertThat(page("/statements")).contains("printing", "every 1s");
        JsonNode run =
                post(202, "/statement-runs", "{\"kind\":\"activity\",\"from\":\"2026-01-01\",\"to\":\"2026-01-31\"}");
        long id = run.get("id").asLong();
        Tenant.runIn(staff.organisation(), () -> printStatements.work(organisations.current(), String.valueOf(id)));
        assertThat(get("/statement-runs/" + id).get("state").asString()).isEqualTo("done");
        assertThat(page("/statements")).contains("/statements/" + id + ".zip");
        assertThat(page("/statements/" + id + ".zip")).startsWith("PK");
        nora.submit("/settings/letterhead", "/settings/letterhead", Map.of("address", "Kai 7"));
        assertThat(page("/settings/letterhead")).contains("Kai 7");
    }

    @Test
    void a_month_is_closed_refuses_and_is_opened_again() {
        assertThat(page("/settings/periods")).contains("Nothing is closed", "2026-01", "4,860.00");
        nora.submit("/settings/periods", "/settings/periods", Map.of("until", "2026-01-31"));
        assertThat(page("/settings/periods")).contains("Closed until", "closed");
        JsonNode refused = post(
                409,
                "/payments",
                "{\"customer\":\"C-1184\",\"receivedOn\":\"2026-01-31\",\"amount\":\"1.00\",\"currency\":\"EUR\"}");
        assertThat(refused.get("type").asString()).endsWith("period-closed");
        assertThat(refused.toString()).contains("January 2026 is closed since", "1 February 2026");
        nora.submit("/settings/periods", "/settings/periods/reopening", Map.of("reason", "a late payment"));
        assertThat(page("/settings/periods")).contains("Nothing is closed", "a late payment");
        assertThat(post(201, "/periods", "{\"until\":\"2026-01-31\"}")).hasSize(2);
        assertThat(get("/periods").get(0).get("until").asString()).isEqualTo("2026-01-31");
        try (Visitor clerk = Visitor.signedIn(port, staff.email(Role.CLERK), Staff.PASSWORD)) {
            assertThat(clerk.submit("/settings/periods", "/settings/periods", Map.of("until", "2026-02-28"))
                            .statusCode())
                    .isIn(403, 404);
        }
    }
}
