package dev.dunwell.family;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.RecordInvoice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Families, duplicates, credit and integrity over HTTP, without JavaScript. */
@ServerTest
class FamilyPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    Book.Doors doors;

    private Staff staff;
    private Visitor nora;
    private long head;
    private long child;

    @BeforeEach
    void two_customers_that_look_alike() {
        staff = Staff.of(house);
        nora = Visitor.signedIn(port, staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD);
        head = customer("H-1", "Castellano Group");
        child = customer("K-1", "Castellano Group Ltd.");
        invoice(head, "INV-1", "100.00");
        invoice(child, "INV-2", "50.00");
    }

    private long customer(String number, String name) {
        return Tenant.in(
                        staff.organisation(),
                        () -> doors.recordCustomer().record(NORA, number, name, Customer.Profile.UNKNOWN))
                .id();
    }

    private void invoice(long customer, String number, String amount) {
        var wanted = new RecordInvoice.Wanted(
                customer, number, day("2026-01-01"), day("2026-01-31"), eur(amount), null, List.of());
        Tenant.in(staff.organisation(), () -> doors.recordInvoice().record(NORA, wanted));
    }

    private String page(String path) {
        var answer = nora.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void a_parent_is_named_and_the_family_shows_what_each_owes() {
        String form = "/customers/" + child + "/relations";
        var wrong = nora.submit(form, form, Map.of("related", "nobody", "kind", "parent"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("There is no customer with this number.");
        assertThat(nora.submit(form, form, Map.of("related", "H-1", "kind", "parent"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(page("/customers/" + head + "/family"))
                .contains("Castellano Group Ltd.", "The family owes", "150.00");
        nora.submit(form, "/customers/" + child + "/letters", Map.of("letters", "parent"));
        assertThat(page("/customers/" + child)).contains("Letters go to Castellano Group, as set here.");
        nora.submit(form, "/customers/" + child + "/parent/end", Map.of());
        assertThat(page("/customers/" + child + "/family")).contains("It stands alone");
    }

    @Test
    void duplicates_are_compared_merged_and_taken_back() {
        String compare = "/customers/duplicates/" + head + "/" + child;
        assertThat(page("/customers/duplicates")).contains("same name", compare);
        assertThat(page(compare)).contains("One customer or two?", "Keep H-1", "Keep K-1");
        var merged = nora.submit(
                compare, "/customers/" + child + "/merge", Map.of("into", String.valueOf(head), "reason", "one shop"));
        assertThat(merged.statusCode()).isEqualTo(303);
        assertThat(page("/customers/" + head)).contains("Also known as K-1", "INV-2");
        assertThat(nora.get("/customers/" + child).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/customers/" + head));
        assertThat(page("/search?q=k-1")).contains("/customers/" + head);
        String list = page("/customers/duplicates");
        String undo = list.replaceAll("(?s).*(/customers/merges/\\d+/undo).*", "$1");
        assertThat(nora.submit("/customers/duplicates", undo, Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(page("/customers/" + child)).contains("INV-2");
    }

    @Test
    void a_limit_shows_on_the_customer_in_the_list_and_among_the_breaches() {
        String form = "/customers/" + head + "/credit-limits";
        String none = nora.submit(form, form, Map.of("amount", "90", "currency", "EUR", "reason", ""))
                .body();
        assertThat(none).contains("Say why");
        assertThat(nora.submit(form, form, Map.of("amount", "90", "currency", "EUR", "reason", "small"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(page("/customers/" + head)).contains("Over the limit", "10.00 EUR over the limit", "of 100 points");
        assertThat(page("/customers")).contains("Over the limit");
        assertThat(page("/credit")).contains("Castellano Group", "10.00 EUR over the limit", "What a breach means");
        nora.submit("/credit", "/credit/policy", Map.of("onBreach", "stop", "overdueDays", "30"));
        assertThat(page("/credit")).contains("Stopped");
    }

    @Test
    void the_integrity_page_says_what_was_asked_and_answered() {
        assertThat(page("/settings/integrity")).contains("not compared yet", "Check now");
        assertThat(nora.submit("/settings/integrity", "/settings/integrity/checks", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(page("/settings/integrity")).contains("All is as it should be", "open items sum to the balance");
        assertThat(page("/today")).doesNotContain("do not agree");
    }

    @Test
    void programs_relate_merge_and_ask_before_they_ship() {
        var program = Visitor.withKey(port, staff.key(Role.CREDIT_MANAGER));
        String api = "/api/v1/customers/";
        assertThat(program.json("POST", api + "K-1/relations", "{\"related\":\"H-1\",\"kind\":\"parent\"}")
                        .body())
                .contains("\"parent\":\"H-1\"", "\"lettersReceiver\":\"K-1\"");
        assertThat(program.json("PUT", api + "K-1/letters", "{\"lettersTo\":\"parent\"}")
                        .body())
                .contains("\"lettersReceiver\":\"H-1\"");
        assertThat(program.json("POST", api + "H-1/merges", "{\"into\":\"K-1\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(program.get(api + "K-1/credit").body()).contains("\"answer\":");
        var limited = program.json(
                "POST", api + "H-1/credit-limits", "{\"currency\":\"EUR\",\"amount\":\"1000\",\"reason\":\"rated\"}");
        assertThat(limited.statusCode()).as(limited.body()).isEqualTo(201);
        var committed = program.json(
                "POST",
                api + "K-1/commitments",
                "{\"kind\":\"ordered\",\"currency\":\"EUR\",\"amount\":\"800\",\"source\":\"shop\"}");
        assertThat(committed.statusCode()).as(committed.body()).isEqualTo(201);
        assertThat(program.get(api + "K-1/credit?currency=EUR&amount=100").body())
                .contains("50.00 EUR over the limit");
        assertThat(program.get("/api/v1/integrity").body()).contains("\"isWell\":false");
        assertThat(program.get("/api/v1/duplicates").statusCode()).isEqualTo(200);
    }

    @Test
    void readers_look_and_change_nothing() {
        try (var reader = Visitor.signedIn(port, staff.email(Role.READ_ONLY), Staff.PASSWORD)) {
            assertThat(reader.get("/customers/" + head + "/family").body()).doesNotContain("Change");
            assertThat(reader.get("/customers/" + head + "/relations").statusCode())
                    .isEqualTo(403);
            assertThat(reader.get("/settings/integrity").statusCode()).isEqualTo(403);
            assertThat(reader.get("/customers/duplicates/" + head + "/" + child).body())
                    .doesNotContain("Keep H-1");
        }
    }
}
