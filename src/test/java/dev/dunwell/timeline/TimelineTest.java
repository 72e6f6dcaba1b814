package dev.dunwell.timeline;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Deduction;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Payment;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.SettleDeduction;
import dev.dunwell.ledger.Source;
import dev.dunwell.ledger.Withdrawal;
import dev.dunwell.web.Show;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
class TimelineTest {

    private static final Show SHOW = new Show(Locale.ENGLISH, ZoneId.of("Europe/Vienna"), day("2026-06-01"));

    @Autowired
    Book book;

    @Autowired
    Timeline timeline;

    private List<Entry> entries(String customer) {
        long id = book.customer(customer).id();
        return book.inside(() -> timeline.of(id, Kind.Group.MONEY, day("2026-06-01"), null, 100))
                .rows();
    }

    /** What is told of a customer's money, the newest first. */
    private List<String> told(String customer) {
        return entries(customer).stream().map(TimelineTest::sentence).toList();
    }

    private static String sentence(Entry entry) {
        return Telling.of(entry, SHOW).sentence().replace('\u00a0', ' ');
    }

    private void takeBack(Withdrawal.Kind kind, long id) {
        book.inside(() -> book.creditDoors().takeBack().takeBack(NORA, kind, id, null));
    }

    @Test
    void what_is_paid_back_is_told_and_so_is_taking_it_back() {
        Payment payment = book.payment("acme", eur("100.00"), "2026-02-01", RecordPayment.Use.UNAPPLIED);
        long refund = book.refund(new Source.OfPayment(payment.id()), eur("40.00"), "2026-02-02");
        takeBack(Withdrawal.Kind.REFUND, refund);
        assertThat(told("acme"))
                .containsExactly(
                        "40.00 EUR paid back, which was taken back: by transfer.",
                        "40.00 EUR paid back: by transfer.",
                        "100.00 EUR received.");
    }

    @Test
    void a_transfer_is_told_at_both_ends() {
        Payment payment = book.payment("acme", eur("100.00"), "2026-02-01", RecordPayment.Use.UNAPPLIED);
        Payment there = book.transfer(payment, "borealis", eur("60.00"), "2026-02-02");
        assertThat(told("acme"))
                .containsExactly("60.00 EUR moved to Customer borealis: paid by the parent.", "100.00 EUR received.");
        assertThat(told("borealis")).containsExactly("60.00 EUR moved here from Customer acme: paid by the parent.");
        takeBack(Withdrawal.Kind.TRANSFER, Objects.requireNonNull(there.transferId()));
        assertThat(told("acme")).first().asString().contains("moved to Customer borealis, which was taken back");
        assertThat(told("borealis")).first().asString().contains("moved here from Customer acme, which was taken back");
        assertThat(told("borealis")).hasSize(2);
    }

    @Test
    void a_bounced_payment_and_a_cancelled_credit_note_are_told() {
        Payment payment = book.payment("acme", eur("100.00"), "2026-02-01", RecordPayment.Use.UNAPPLIED);
        var note = book.creditNote("acme", "C-1", eur("30.00"), "2026-02-01");
        book.reverse(new Source.OfPayment(payment.id()), "2026-02-02");
        book.reverse(new Source.OfCreditNote(note.id()), "2026-02-03");
        assertThat(told("acme"))
                .startsWith(
                        "Credit note C-1 over 30.00 EUR cancelled: the cheque bounced.",
                        "Payment of 100.00 EUR reversed: the cheque bounced.");
    }

    @Test
    void what_a_payer_keeps_back_is_told_with_what_became_of_it() {
        Invoice invoice = book.invoice("acme", "1", eur("100.00"), "2026-01-01", "2026-01-31");
        Deduction deduction = book.deduct(invoice, eur("20.00"), "2026-02-01");
        book.settle(deduction, new SettleDeduction.Reject(), "2026-02-05");
        Entry told = entries("acme").getFirst();
        assertThat(sentence(told)).isEqualTo("20.00 EUR of invoice 1 kept back: damaged: two broken.");
        assertThat(Telling.of(told, SHOW).side()).isEqualTo("Rejected");
    }

    @Test
    void money_for_what_was_given_up_is_told() {
        Invoice invoice = book.invoice("acme", "1", eur("100.00"), "2026-01-01", "2026-01-31");
        long lost = book.writeOff(invoice, eur("100.00"), "2026-02-01");
        Payment payment = book.payment("acme", eur("70.00"), "2026-03-01", RecordPayment.Use.UNAPPLIED);
        book.recover(payment, invoice, lost, eur("70.00"), "2026-03-02");
        assertThat(told("acme")).contains("70.00 EUR of invoice 1 came after it was written off.");
    }
}
