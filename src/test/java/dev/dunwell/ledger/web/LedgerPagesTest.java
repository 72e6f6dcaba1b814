package dev.dunwell.ledger.web;

import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Contacts;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.IntegrityExtension;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.RecordInvoice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServerTest
@ExtendWith(IntegrityExtension.class)
class LedgerPagesTest {

    private static final Actor NORA = Actor.person("Nora Lindqvist");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    Book.Doors doors;

    @Autowired
    Contacts contacts;

    private Staff staff;
    private Visitor nora;
    private Customer acme;
    private Invoice invoice;

    @BeforeEach
    void a_customer_with_an_invoice_numbered_with_a_slash() {
        staff = Staff.of(house);
        nora = Visitor.signedIn(port, staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD);
        acme = Tenant.in(
                staff.organisation(),
                () -> doors.recordCustomer().record(NORA, "C-1184", "Castellano & Söhne", Customer.Profile.UNKNOWN));
        var wanted = new RecordInvoice.Wanted(
                acme.id(), "2026/17", day("2026-01-01"), day("2026-01-31"), eur("4860.00"), "PO 7", List.of());
        invoice = Tenant.in(staff.organisation(), () -> doors.recordInvoice().record(NORA, wanted));
    }

    private String page(String path) {
        var answer = nora.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void the_list_names_customers_with_what_is_open_and_overdue() {
        assertThat(page("/customers")).contains("Castellano &amp; Söhne", "4,860.00");
        assertThat(page("/customers?q=castell")).contains("C-1184");
        assertThat(page("/customers?q=c-11")).contains("C-1184");
        assertThat(page("/customers?q=100%25")).contains("No customer called");
    }

    @Test
    void the_customer_page_is_put_together_from_its_panels() {
        assertThat(page("/customers/" + acme.id()))
                .contains("What they owe", "4,860.00", "2026/17", "Nobody to write to", "Timeline", "About them")
                .contains("Invoice 2026/17 over");
    }

    @Test
    void a_payment_on_the_invoice_page_settles_it_and_the_rest_stays_on_account() {
        String url = "/invoices/" + invoice.id();
        assertThat(page(url)).contains("Invoice 2026/17", "Nothing has settled it yet.", "/why?invoice=2026%2F17");
        var wrong = nora.submit(url, url + "/payments", Map.of("amount", "12,3x", "receivedOn", "2026-02-01"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("This is no amount");
        var paid = nora.submit(
                url, url + "/payments", Map.of("amount", "5,000.00", "receivedOn", "2026-02-01", "reference", "RE"));
        assertThat(paid.statusCode()).isEqualTo(303);
        assertThat(page(url)).contains("4,860.00", "Reverse").doesNotContain("Save payment");
        assertThat(page("/customers/" + acme.id() + "/open-items")).contains("140.00", "On account");
    }

    @Test
    void a_write_off_and_its_reversal() {
        String url = "/invoices/" + invoice.id();
        var refused = nora.submit(url, url + "/write-off", Map.of("writeOffAmount", "5000", "reason", "lost"));
        assertThat(refused.body()).contains("Only 4860.00 EUR of invoice 2026/17 are open.");
        nora.submit(url, url + "/write-off", Map.of("writeOffAmount", "60", "reason", "lost"));
        assertThat(page(url)).contains("4,800.00", "write-off");
        long allocation = Tenant.in(
                staff.organisation(),
                () -> doors.allocations()
                        .ofInvoice(invoice.id(), day("2999-01-01"))
                        .getFirst()
                        .id());
        assertThat(nora.submit(url, "/allocations/" + allocation + "/reverse", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(page(url)).contains("taken back");
    }

    @Test
    void contacts_are_added_corrected_and_removed() {
        String form = "/customers/" + acme.id() + "/contacts/new";
        String action = "/customers/" + acme.id() + "/contacts";
        var wrong = nora.submit(form, action, Map.of("name", "", "email", "ana", "role", "cfo"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Give it; it is missing.");
        assertThat(nora.submit(form, action, Map.of("name", "Ana Ruiz", "email", "ana@acme.example", "role", "cfo"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(page("/customers/" + acme.id() + "/contacts")).contains("Ana Ruiz", "finance", "not verified");
        long id = Tenant.in(
                staff.organisation(), () -> contacts.of(acme.id()).getFirst().id());
        nora.submit("/contacts/" + id, "/contacts/" + id + "/verify", Map.of());
        assertThat(page("/customers/" + acme.id() + "/contacts")).contains("verified");
        nora.submit(
                "/contacts/" + id,
                "/contacts/" + id,
                Map.of("name", "Ana Ruiz", "email", "ruiz@acme.example", "role", "cfo"));
        assertThat(page("/customers/" + acme.id() + "/contacts")).contains("ruiz@acme.example", "not verified");
        nora.submit("/contacts/" + id, "/contacts/" + id + "/remove", Map.of());
        assertThat(page("/customers/" + acme.id() + "/contacts")).contains("Nobody to write to");
    }

    @Test
    void search_finds_names_numbers_and_amounts() {
        assertThat(page("/search?q=castellano")).contains("/customers/" + acme.id());
        assertThat(page("/search?q=2026/1")).contains("/invoices/" + invoice.id());
        assertThat(page("/search?q=4.860,00")).contains("/invoices/" + invoice.id());
        assertThat(page("/search?q=4860")).contains("/invoices/" + invoice.id());
        assertThat(page("/search?q=4861")).contains("Nothing found");
        assertThat(page("/search?q=%25%25")).contains("Nothing found");
    }

    @Test
    void aging_shows_buckets_and_customers() {
        assertThat(page("/aging?asOf=2026-02-10")).contains("4,860.00", "1–30", "C-1184", "/aging.csv?asOf=2026-02-10");
        assertThat(page("/aging?asOf=2026-02-10&basis=issued")).contains("31–60");
        assertThat(page("/aging?asOf=2025-12-31")).contains("Nothing was open");
        assertThat(nora.get("/aging.csv?asOf=2026-02-10").body()).contains("C-1184", "4860.00");
    }

    @Test
    void the_timeline_can_be_narrowed() {
        assertThat(page("/customers/" + acme.id() + "/timeline?show=money")).contains("Invoice 2026/17");
        assertThat(page("/customers/" + acme.id() + "/timeline?show=calls")).contains("Nothing here yet");
    }

    @Test
    void a_reader_sees_no_forms_and_another_organisation_sees_nothing() {
        try (var reader = Visitor.signedIn(port, staff.email(Role.READ_ONLY), Staff.PASSWORD)) {
            assertThat(reader.get("/invoices/" + invoice.id()).body()).doesNotContain("Save payment");
        }
        Staff others = Staff.of(house);
        try (var stranger = Visitor.signedIn(port, others.email(Role.ADMINISTRATOR), Staff.PASSWORD)) {
            assertThat(stranger.get("/invoices/" + invoice.id()).statusCode()).isEqualTo(404);
            assertThat(stranger.get("/customers/" + acme.id() + "/owes").statusCode())
                    .isEqualTo(404);
            assertThat(stranger.get("/search?q=castellano").body()).doesNotContain("Söhne");
        }
    }
}
