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
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.IntegrityExtension;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Payment;
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

@ServerTest
@ExtendWith(IntegrityExtension.class)
class CashPagesTest {

    private static final Actor NORA = Actor.person("Nora Lindqvist");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    Book.Doors doors;

    private Staff staff;
    private Visitor nora;
    private Customer acme;
    private Invoice invoice;

    @BeforeEach
    void two_customers_and_an_invoice() {
        staff = Staff.of(house);
        nora = Visitor.signedIn(port, staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD);
        acme = customer("acme");
        customer("borealis");
        var wanted = new RecordInvoice.Wanted(
                acme.id(), "I-1", day("2026-01-01"), day("2026-01-31"), eur("100.00"), null, List.of());
        invoice = Tenant.in(staff.organisation(), () -> doors.recordInvoice().record(NORA, wanted));
    }

    private Customer customer(String number) {
        return Tenant.in(
                staff.organisation(),
                () -> doors.recordCustomer().record(NORA, number, "Customer " + number, Customer.Profile.UNKNOWN));
    }

    private Payment payment(@org.jspecify.annotations.Nullable Long customer, RecordPayment.Use use) {
        var wanted = new RecordPayment.Wanted(customer, day("2026-02-01"), eur("60.00"), "RE 7", null, use);
        return Tenant.in(
                staff.organisation(),
                () -> doors.recordPayment().record(NORA, wanted).payment());
    }

    private String page(String path) {
        var answer = nora.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> submit(String url, String to, Map<String, String> form) {
        return nora.submit(url, to, form);
    }

    @Test
    void cash_without_a_home_is_listed_by_its_state() {
        assertThat(page("/cash")).contains("No money waits here");
        payment(acme.id(), RecordPayment.Use.UNAPPLIED);
        payment(acme.id(), RecordPayment.Use.ON_ACCOUNT);
        payment(null, RecordPayment.Use.UNAPPLIED);
        assertThat(page("/cash")).contains("Payer unknown", "Customer acme", "on account", "unapplied", "RE 7");
        assertThat(page("/cash?state=on_account")).doesNotContain("Payer unknown");
        assertThat(page("/cash.csv")).contains("unidentified", "60.00");
        assertThat(page("/customers/" + acme.id() + "/money")).contains("Payment RE 7");
    }

    @Test
    void a_payment_is_identified_applied_and_reversed_on_its_page() {
        Payment payment = payment(null, RecordPayment.Use.UNAPPLIED);
        String url = "/payments/" + payment.id();
        assertThat(page(url)).contains("Who paid?", "unidentified").doesNotContain("Move to another");
        assertThat(submit(url, url + "/identification", Map.of("payer", "nobody"))
                        .body())
                .contains("There is no customer with this number.");
        submit(url, url + "/identification", Map.of("payer", "acme"));
        var more = submit(url, url + "/use", Map.of("invoice", "" + invoice.id(), "useAmount", "61"));
        assertThat(more.statusCode()).isEqualTo(422);
        assertThat(more.body()).contains("Only 60.00 EUR of the payment are left.");
        submit(url, url + "/use", Map.of("invoice", "" + invoice.id(), "useAmount", "50"));
        submit(url, url + "/purpose", Map.of("onAccount", "true"));
        assertThat(page(url)).contains("Invoice I-1", "on account", "10.00");
        submit(url, url + "/transfers", Map.of("transferTo", "borealis", "transferAmount", "4", "transferReason", "x"));
        submit(url, url + "/refunds", Map.of("refundAmount", "6", "refundReason", "asked"));
        assertThat(page(url)).contains("transfer", "refund", "applied");
        var refused = submit(url, url + "/reversal", Map.of("reversedOn", "2026-03-01", "reversalReason", "bounced"));
        assertThat(refused.body()).contains("Take that");
    }

    @Test
    void a_payment_that_bounced_opens_its_invoice() {
        Payment payment = payment(acme.id(), RecordPayment.Use.OLDEST_FIRST);
        String url = "/payments/" + payment.id();
        submit(url, url + "/reversal", Map.of("reversedOn", "2026-03-01", "reversalReason", "cheque bounced"));
        assertThat(page(url)).contains("reversed", "payment reversal", "Take back");
        assertThat(page("/invoices/" + invoice.id())).contains("100.00", "payment, taken back");
        submit(url, "/withdrawals/payment_reversal/1/reversal", Map.of());
    }

    @Test
    void a_credit_note_is_applied_paid_back_and_cancelled_on_its_page() {
        submit(
                "/invoices/" + invoice.id(),
                "/invoices/" + invoice.id() + "/credit",
                Map.of("creditNumber", "CN-1", "creditAmount", "130"));
        String url = link(page("/invoices/" + invoice.id()), "/credit-notes/");
        assertThat(page("/customers/" + acme.id() + "/money")).contains(url, "Credit note CN-1", "30.00");
        assertThat(page(url)).contains("Credit note CN-1", "Invoice I-1", "Pay back", "Cancel it", "30.00");
        var more = submit(url, url + "/refunds", Map.of("refundAmount", "31", "refundReason", "asked"));
        assertThat(more.statusCode()).isEqualTo(422);
        assertThat(more.body()).contains("Only 30.00 EUR");
        submit(url, url + "/refunds", Map.of("refundAmount", "30", "refundReason", "by transfer"));
        assertThat(page(url)).contains("by transfer", "Take back").doesNotContain("Record refund");
        var refused = submit(url, url + "/reversal", Map.of("reversedOn", "2026-11-23", "reversalReason", "wrong"));
        assertThat(refused.body()).contains("30.00 EUR of it were paid back. Take that refund back first.");
        submit(url, link(page(url), "/withdrawals/refund/"), Map.of());
        submit(url, url + "/reversal", Map.of("reversedOn", "2026-01-01", "reversalReason", "wrong customer"));
        assertThat(page(url)).contains("cancelled from", "wrong customer").doesNotContain("Cancel it");
        assertThat(page("/invoices/" + invoice.id())).contains("credit note, taken back");
    }

    @Test
    void a_credit_note_that_waits_settles_another_invoice() {
        submit(
                "/invoices/" + invoice.id(),
                "/invoices/" + invoice.id() + "/credit",
                Map.of("creditNumber", "CN-1", "creditAmount", "130"));
        var wanted = new RecordInvoice.Wanted(
                acme.id(), "I-2", day("2026-01-02"), day("2026-02-01"), eur("50.00"), null, List.of());
        long other = Tenant.in(staff.organisation(), () -> doors.recordInvoice().record(NORA, wanted))
                .id();
        String url = link(page("/invoices/" + invoice.id()), "/credit-notes/");
        submit(url, url + "/use", Map.of("invoice", "" + other, "useAmount", "30"));
        assertThat(page(url)).contains("Invoice I-2").doesNotContain("Record refund");
        assertThat(page("/invoices/" + other)).contains("20.00", "credit note");
    }

    private static String link(String page, String path) {
        var found =
                java.util.regex.Pattern.compile("\"(" + path + "[0-9a-z/]+)\"").matcher(page);
        assertThat(found.find()).as(path + " in " + page).isTrue();
        return found.group(1);
    }

    @Test
    void an_invoice_is_credited_deducted_and_amended_on_its_page() {
        String url = "/invoices/" + invoice.id();
        submit(url, url + "/credit", Map.of("creditNumber", "CN-1", "creditAmount", "10"));
        submit(url, url + "/deductions", Map.of("deductedAmount", "5", "code", "damaged", "note", "two broken"));
        assertThat(page(url)).contains("90.00", "Kept back", "damaged", "two broken");
        var wrong = submit(
                url,
                url + "/amendment",
                Map.of(
                        "amendedAmount",
                        "110",
                        "amendedDueOn",
                        "2026-03-31",
                        "instalments",
                        "2026-02-28 60\n2026-03-31 40"));
        assertThat(wrong.body()).contains("They sum to 100.00 EUR, the invoice is for 110.00 EUR.");
        submit(
                url,
                url + "/amendment",
                Map.of(
                        "amendedAmount",
                        "110",
                        "amendedDueOn",
                        "2026-03-31",
                        "instalments",
                        "2026-02-28 60\n2026-03-31 50"));
        assertThat(page(url)).contains("Instalments of I-1", "What it said before");
    }

    @Test
    void the_rules_of_cash_are_settings() {
        assertThat(page("/settings/cash")).contains("What fell due first");
        var wrong =
                submit("/settings/cash", "/settings/cash", Map.of("order", "oldest_due", "tolerances", "half a euro"));
        assertThat(wrong.body()).contains("Write each as EUR 0.50");
        submit(
                "/settings/cash",
                "/settings/cash",
                Map.of("order", "costs_interest_principal", "tolerances", "EUR 0.50"));
        assertThat(page("/settings/cash")).contains("EUR 0.50");
    }
}
