package dev.dunwell.ledger;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static dev.dunwell.ledger.RecordPayment.Use.ON_ACCOUNT;
import static dev.dunwell.ledger.RecordPayment.Use.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dunwell.DunwellTest;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
@ExtendWith(IntegrityExtension.class)
class LedgerActsTest {

    @Autowired
    Book book;

    @Autowired
    AmendInvoice amendInvoice;

    private Invoice hundred(String number) {
        return book.invoice("acme", number, eur("100.00"), "2026-01-01", "2026-01-31");
    }

    private Share of(Invoice invoice, String amount) {
        return new Share(invoice.id(), eur(amount));
    }

    @Test
    void a_part_payment_lowers_what_is_open() {
        Invoice invoice = hundred("1");
        book.payment("acme", eur("40.00"), "2026-02-10", named(of(invoice, "40.00")));
        assertThat(book.openOf(invoice, "2026-02-10")).contains(eur("60.00"));
        assertThat(book.credits("acme", "2026-02-10")).isEmpty();
    }

    @Test
    void what_is_dated_later_does_not_exist() {
        Invoice invoice = hundred("1");
        book.payment("acme", eur("100.00"), "2026-02-10", named(of(invoice, "100.00")));
        assertThat(book.openOf(invoice, "2025-12-31")).isEmpty();
        assertThat(book.open("acme", "2025-12-31")).isEmpty();
        assertThat(book.open("acme", "2026-02-09")).extracting(OpenItem::open).containsExactly(eur("100.00"));
        assertThat(book.open("acme", "2026-02-10")).isEmpty();
    }

    @Test
    void money_before_its_invoice_settles_it_from_the_invoice_date_on() {
        Invoice invoice = hundred("1");
        book.payment("acme", eur("100.00"), "2025-12-20", named(of(invoice, "100.00")));
        assertThat(book.credits("acme", "2025-12-31"))
                .extracting(OpenCredit::open)
                .containsExactly(eur("100.00"));
        assertThat(book.open("acme", "2026-01-01")).isEmpty();
        assertThat(book.credits("acme", "2026-01-01")).isEmpty();
    }

    @Test
    void a_payment_fills_the_earliest_due_first_and_the_rest_stays_on_account() { // scenario 40
        book.invoice("acme", "30", eur("30.00"), "2026-01-01", "2026-01-31");
        book.invoice("acme", "20", eur("20.00"), "2026-01-01", "2026-04-01");
        book.invoice("acme", "50", eur("50.00"), "2026-01-01", "2026-03-02");
        book.payment("acme", eur("40.00"), "2026-01-15", RecordPayment.Use.OLDEST_FIRST);
        assertThat(book.open("acme", "2026-01-15"))
                .extracting(OpenItem::number, OpenItem::amount, OpenItem::open)
                .containsExactly(tuple("50", eur("50.00"), eur("40.00")), tuple("20", eur("20.00"), eur("20.00")));
        book.payment("acme", eur("75.00"), "2026-01-16", RecordPayment.Use.OLDEST_FIRST);
        assertThat(book.open("acme", "2026-01-16")).isEmpty();
        assertThat(book.credits("acme", "2026-01-16"))
                .extracting(OpenCredit::open)
                .containsExactly(eur("15.00"));
    }

    @Test
    void a_credit_note_kept_on_its_own_leaves_the_invoice_open() { // scenario 42
        Invoice invoice = hundred("1");
        book.payment("acme", eur("40.00"), "2026-02-01", named(of(invoice, "40.00")));
        book.creditNote("acme", "C-1", eur("100.00"), "2026-02-02");
        assertThat(book.open("acme", "2026-02-02")).extracting(OpenItem::open).containsExactly(eur("60.00"));
        assertThat(book.credits("acme", "2026-02-02"))
                .extracting(OpenCredit::number, OpenCredit::open)
                .containsExactly(tuple("C-1", eur("100.00")));
    }

    @Test
    void a_cent_short_is_a_cent_open() { // scenario 44
        Invoice invoice = hundred("1");
        book.payment("acme", eur("99.99"), "2026-02-01", named(of(invoice, "99.99")));
        assertThat(book.open("acme", "2026-02-01")).extracting(OpenItem::open).containsExactly(eur("0.01"));
    }

    @Test
    void more_than_is_open_is_refused_and_nothing_is_settled() {
        Invoice invoice = hundred("1");
        book.payment("acme", eur("60.00"), "2026-02-01", named(of(invoice, "60.00")));
        assertThatThrownBy(() -> book.payment("acme", eur("60.00"), "2026-02-02", named(of(invoice, "60.00"))))
                .isInstanceOf(Refusal.class)
                .hasMessage("Only 40.00 EUR of invoice 1 are open.");
        assertThat(book.openOf(invoice, "2026-02-02")).contains(eur("40.00"));
        assertThat(book.credits("acme", "2026-02-02")).isEmpty();
    }

    @Test
    void more_than_is_left_is_refused() {
        Invoice first = hundred("1");
        Invoice second = hundred("2");
        Payment payment = book.payment("acme", eur("150.00"), "2026-02-01", named(of(first, "100.00")));
        var source = new Source.OfPayment(payment.id());
        assertThatThrownBy(() -> book.allocate(source, second, eur("50.01"), "2026-02-01"))
                .hasMessage("Only 50.00 EUR of the payment are left.");
        book.allocate(source, second, eur("50.00"), "2026-02-01");
        assertThat(book.openOf(second, "2026-02-01")).contains(eur("50.00"));
    }

    @Test
    void currencies_are_never_mixed() {
        Invoice dollars = book.invoice("acme", "1", Money.of("100.00", "USD"), "2026-01-01", "2026-01-31");
        Payment euros = book.payment("acme", eur("100.00"), "2026-02-01", ON_ACCOUNT);
        assertThatThrownBy(() -> book.allocate(new Source.OfPayment(euros.id()), dollars, eur("10.00"), "2026-02-01"))
                .hasMessage("Invoice 1 is in USD; it cannot be settled by EUR.");
        book.payment("acme", eur("5.00"), "2026-02-01", RecordPayment.Use.OLDEST_FIRST);
        assertThat(book.openOf(dollars, "2026-02-01")).contains(Money.of("100.00", "USD"));
    }

    @Test
    void a_reversal_opens_the_invoice_again_and_happens_once() {
        Invoice invoice = hundred("1");
        book.payment("acme", eur("100.00"), "2026-02-01", named(of(invoice, "100.00")));
        long allocation = book.allocations(invoice).getFirst().id();
        long reversal = book.reverse(allocation);
        assertThat(book.open("acme", "2026-02-01")).extracting(OpenItem::open).containsExactly(eur("100.00"));
        assertThat(book.credits("acme", "2026-02-01"))
                .extracting(OpenCredit::open)
                .containsExactly(eur("100.00"));
        assertThatThrownBy(() -> book.reverse(allocation)).hasMessage("It is taken back already.");
        assertThatThrownBy(() -> book.reverse(reversal)).hasMessageContaining("a reversal itself");
        assertThat(book.allocations(invoice))
                .extracting(Allocation::amount)
                .containsExactly(eur("100.00"), eur("-100.00"));
    }

    @Test
    void a_reversal_may_take_effect_later() {
        Invoice invoice = hundred("1");
        book.payment("acme", eur("100.00"), "2026-02-01", named(of(invoice, "100.00")));
        long allocation = book.allocations(invoice).getFirst().id();
        assertThatThrownBy(() -> reverse(allocation, "2026-01-31")).isInstanceOf(BadInput.class);
        reverse(allocation, "2026-02-20");
        assertThat(book.open("acme", "2026-02-19")).isEmpty();
        assertThat(book.open("acme", "2026-02-20")).hasSize(1);
    }

    private void reverse(long allocation, String on) {
        book.inside(() -> book.doors().reverseAllocation().reverse(NORA, allocation, day(on)));
    }

    @Test
    void what_a_later_reversal_frees_is_settled_again_from_that_day_on() {
        Invoice invoice = hundred("1");
        book.payment("acme", eur("100.00"), "2026-02-01", named(of(invoice, "100.00")));
        reverse(book.allocations(invoice).getFirst().id(), "2026-02-20");
        Payment other = book.payment("acme", eur("100.00"), "2026-02-05", ON_ACCOUNT);
        book.allocate(new Source.OfPayment(other.id()), invoice, eur("100.00"), "2026-02-05");
        assertThat(book.allocations(invoice).getLast().effectiveOn()).isEqualTo("2026-02-20");
        assertThat(book.credits("acme", "2026-02-19"))
                .extracting(OpenCredit::open)
                .containsExactly(eur("100.00"));
    }

    @Test
    void a_write_off_settles_and_can_be_taken_back() {
        Invoice invoice = hundred("1");
        book.writeOff(invoice, eur("0.50"), "2026-03-01");
        assertThat(book.openOf(invoice, "2026-02-28")).contains(eur("100.00"));
        assertThat(book.openOf(invoice, "2026-03-01")).contains(eur("99.50"));
        assertThatThrownBy(() -> book.writeOff(invoice, eur("99.51"), "2026-03-02"))
                .isInstanceOf(Refusal.class);
        book.reverse(book.allocations(invoice).getFirst().id());
        assertThat(book.openOf(invoice, "2026-03-01")).contains(eur("100.00"));
    }

    @Test
    void the_same_payment_is_taken_once() {
        Customer acme = book.customer("acme");
        var wanted =
                new RecordPayment.Wanted(acme.id(), day("2026-02-01"), eur("70.00"), "RE 1", "bank-77", ON_ACCOUNT);
        var first = book.inside(() -> book.doors().recordPayment().record(NORA, wanted));
        var again = book.inside(() -> book.doors().recordPayment().record(NORA, wanted));
        assertThat(first.isNew()).isTrue();
        assertThat(again).isEqualTo(new RecordPayment.Outcome(first.payment(), false));
        assertThat(book.credits("acme", "2026-02-01")).hasSize(1);
        var other = new RecordPayment.Wanted(acme.id(), day("2026-02-01"), eur("71.00"), null, "bank-77", ON_ACCOUNT);
        assertThatThrownBy(() -> book.inside(() -> book.doors().recordPayment().record(NORA, other)))
                .hasMessageContaining("70.00 EUR of customer acme on 2026-02-01");
    }

    @Test
    void a_number_is_given_once() {
        hundred("1");
        assertThatThrownBy(() -> hundred("1")).hasMessageContaining("There is an invoice 1 already.");
        book.creditNote("acme", "C-1", eur("1.00"), "2026-01-01");
        assertThatThrownBy(() -> book.creditNote("acme", "C-1", eur("2.00"), "2026-01-01"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void an_amendment_keeps_what_was_said_before_and_what_is_settled() {
        Invoice invoice = hundred("1");
        book.payment("acme", eur("60.00"), "2026-02-01", named(of(invoice, "60.00")));
        Invoice amended = amend(invoice, "80.00");
        assertThat(amended.open()).isEqualTo(eur("20.00"));
        assertThat(book.inside(() -> book.doors().invoices().earlier(invoice.id())))
                .extracting(Invoice.Version::bill)
                .containsExactly(invoice.bill());
        assertThatThrownBy(() -> amend(invoice, "59.99"))
                .hasMessageStartingWith("60.00 EUR of it are or were settled.");
        assertThat(amend(invoice, "60.00").open()).isEqualTo(eur("0.00"));
    }

    private Invoice amend(Invoice invoice, String amount) {
        var bill = new Invoice.Bill(day("2026-01-01"), day("2026-01-31"), eur(amount), false, null);
        return book.inside(() -> amendInvoice.amend(NORA, invoice.id(), bill));
    }

    @Test
    void lines_sum_to_the_amount() {
        Customer acme = book.customer("acme");
        var lines = List.of(
                new Invoice.Line("Bolts", new BigDecimal("3"), new BigDecimal("30.015"), eur("90.05")),
                new Invoice.Line("Freight", BigDecimal.ONE, new BigDecimal("9.95"), eur("9.95")));
        Invoice invoice =
                book.inside(() -> book.doors().recordInvoice().record(NORA, withLines(acme, "1", "100.00", lines)));
        assertThat(book.inside(() -> book.doors().invoices().lines(invoice.id())))
                .isEqualTo(lines);
        assertThatThrownBy(() -> book.inside(
                        () -> book.doors().recordInvoice().record(NORA, withLines(acme, "2", "100.01", lines))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("They sum to 100.00 EUR, the invoice is for 100.01 EUR.");
    }

    private static RecordInvoice.Wanted withLines(
            Customer customer, String number, String amount, List<Invoice.Line> lines) {
        return new RecordInvoice.Wanted(
                customer.id(), number, day("2026-01-01"), day("2026-01-31"), eur(amount), null, lines);
    }

    @Test
    void without_a_due_date_the_terms_decide() {
        var profile = new Customer.Profile(
                null, null, null, null, List.of(), null, Terms.endOfMonth(30), Customer.ContactRule.AUTOMATIC);
        Customer terms = book.inside(() -> book.doors().recordCustomer().record(NORA, "terms", "With terms", profile));
        var wanted = new RecordInvoice.Wanted(terms.id(), "1", day("2024-02-10"), null, eur("1.00"), null, List.of());
        assertThat(book.inside(() -> book.doors().recordInvoice().record(NORA, wanted))
                        .bill()
                        .dueOn())
                .isEqualTo("2024-03-30");
        var without = new RecordInvoice.Wanted(
                book.customer("acme").id(), "2", day("2024-02-10"), null, eur("1.00"), null, List.of());
        assertThatThrownBy(() -> book.inside(() -> book.doors().recordInvoice().record(NORA, without)))
                .hasMessageContaining("Give the due date");
    }

    @Test
    void an_invoice_is_not_due_before_it_is_issued() {
        assertThatThrownBy(() -> book.invoice("acme", "1", eur("1.00"), "2026-02-01", "2026-01-31"))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> book.invoice("acme", "1", eur("0.00"), "2026-02-01", "2026-02-01"))
                .isInstanceOf(BadInput.class);
    }
}
