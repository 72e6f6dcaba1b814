package dev.dunwell.ledger;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static dev.dunwell.ledger.RecordPayment.Use.OLDEST_FIRST;
import static dev.dunwell.ledger.RecordPayment.Use.ON_ACCOUNT;
import static dev.dunwell.ledger.RecordPayment.Use.UNAPPLIED;
import static dev.dunwell.ledger.RecordPayment.Use.named;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Actor;
import dev.dunwell.web.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** Money that does not simply settle an invoice: kept, unknown, paid back, moved, short, late, bounced. */
@DunwellTest
@ExtendWith(IntegrityExtension.class)
class CreditActsTest {

    @Autowired
    Book book;

    @Autowired
    Book.CreditDoors credits;

    private Invoice hundred(String number) {
        return book.invoice("acme", number, eur("100.00"), "2026-01-01", "2026-01-31");
    }

    private static Share of(Invoice invoice, String amount) {
        return new Share(invoice.id(), eur(amount));
    }

    private static Source.OfPayment of(Payment payment) {
        return new Source.OfPayment(payment.id());
    }

    private Payment found(Payment payment, String on) {
        return book.inside(
                () -> book.doors().payments().byId(payment.id(), day(on)).orElseThrow());
    }

    @Test
    void cash_is_on_account_unapplied_or_unidentified() {
        assertThat(book.payment("acme", eur("1.00"), "2026-02-01", ON_ACCOUNT).state())
                .isEqualTo(Payment.State.ON_ACCOUNT);
        assertThat(book.payment("acme", eur("1.00"), "2026-02-01", UNAPPLIED).state())
                .isEqualTo(Payment.State.UNAPPLIED);
        assertThat(book.unidentified(eur("1.00"), "2026-02-01").state()).isEqualTo(Payment.State.UNIDENTIFIED);
    }

    @Test
    void money_of_an_unknown_payer_is_theirs_from_the_day_it_is_known() {
        Invoice invoice = hundred("1");
        Payment payment = book.unidentified(eur("100.00"), "2026-02-01");
        assertThatThrownBy(() -> book.allocate(of(payment), invoice, eur("100.00"), "2026-02-01"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Nobody knows yet");
        long acme = book.customer("acme").id();
        book.inside(() -> credits.identifyPayment().identify(NORA, payment.id(), acme, day("2026-02-10")));
        book.allocate(of(payment), invoice, eur("100.00"), "2026-02-01");
        assertThat(found(payment, "2026-02-09").state()).isEqualTo(Payment.State.UNIDENTIFIED);
        assertThat(book.openOf(invoice, "2026-02-09")).contains(eur("100.00"));
        assertThat(book.openOf(invoice, "2026-02-10")).contains(eur("0.00"));
        assertThatThrownBy(() -> book.inside(
                        () -> credits.identifyPayment().identify(NORA, payment.id(), acme, day("2026-02-10"))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void no_more_than_is_left_is_paid_back_and_it_can_be_taken_back() {
        Payment payment = book.payment("acme", eur("100.00"), "2026-02-01", named(of(hundred("1"), "70.00")));
        assertThatThrownBy(() -> book.refund(of(payment), eur("30.01"), "2026-02-02"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Only 30.00 EUR of the payment are left.");
        long refund = book.refund(of(payment), eur("30.00"), "2026-02-02");
        assertThat(book.credits("acme", "2026-02-01"))
                .extracting(OpenCredit::open)
                .containsExactly(eur("30.00"));
        assertThat(book.credits("acme", "2026-02-02")).isEmpty();
        book.inside(() -> credits.takeBack().takeBack(NORA, Withdrawal.Kind.REFUND, refund, day("2026-02-05")));
        assertThat(book.credits("acme", "2026-02-04")).isEmpty();
        assertThat(book.credits("acme", "2026-02-05"))
                .extracting(OpenCredit::open)
                .containsExactly(eur("30.00"));
    }

    @Test
    void money_moves_to_another_customer_and_back() {
        Payment payment = book.payment("acme", eur("100.00"), "2026-02-01", UNAPPLIED);
        Payment there = book.transfer(payment, "borealis", eur("60.00"), "2026-02-03");
        assertThat(book.credits("acme", "2026-02-03"))
                .extracting(OpenCredit::open)
                .containsExactly(eur("40.00"));
        assertThat(book.credits("borealis", "2026-02-02")).isEmpty();
        assertThat(book.credits("borealis", "2026-02-03"))
                .extracting(OpenCredit::open)
                .containsExactly(eur("60.00"));
        assertThatThrownBy(() -> book.reverse(of(there), "2026-02-04")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> book.reverse(of(payment), "2026-02-04"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Take that transfer back first");
        book.inside(() -> credits.takeBack()
                .takeBack(NORA, Withdrawal.Kind.TRANSFER, requireNonNull(there.transferId()), day("2026-02-05")));
        assertThat(book.credits("acme", "2026-02-05"))
                .extracting(OpenCredit::open)
                .containsExactly(eur("100.00"));
        assertThat(book.credits("borealis", "2026-02-04")).hasSize(1);
        assertThat(book.credits("borealis", "2026-02-05")).isEmpty();
    }

    @Test
    void a_payment_that_bounced_opens_all_it_settled_from_that_day_on() {
        Invoice first = hundred("1");
        Invoice second = hundred("2");
        Payment payment = book.payment("acme", eur("150.00"), "2026-02-01", OLDEST_FIRST);
        book.reverse(of(payment), "2026-02-20");
        assertThat(book.openOf(first, "2026-02-19")).contains(eur("0.00"));
        assertThat(book.openOf(second, "2026-02-19")).contains(eur("50.00"));
        assertThat(book.openOf(first, "2026-02-20")).contains(eur("100.00"));
        assertThat(book.openOf(second, "2026-02-20")).contains(eur("100.00"));
        assertThat(book.credits("acme", "2026-02-20")).isEmpty();
        assertThat(found(payment, "2026-02-19").state()).isEqualTo(Payment.State.APPLIED);
        assertThat(found(payment, "2026-02-20").state()).isEqualTo(Payment.State.REVERSED);
        assertThatThrownBy(() -> book.allocate(of(payment), first, eur("1.00"), "2026-02-21"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> book.reverse(of(payment), "2026-02-21"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("reversed on 2026-02-20 already");
    }

    @Test
    void a_cancelled_credit_note_opens_what_it_settled() {
        Invoice invoice = hundred("1");
        CreditNote note = book.creditNote("acme", "C-1", eur("30.00"), "2026-02-01", of(invoice, "20.00"));
        book.reverse(new Source.OfCreditNote(note.id()), "2026-02-10");
        assertThat(book.openOf(invoice, "2026-02-09")).contains(eur("80.00"));
        assertThat(book.openOf(invoice, "2026-02-10")).contains(eur("100.00"));
        assertThat(book.credits("acme", "2026-02-10")).isEmpty();
    }

    @Test
    void money_after_a_write_off_brings_it_back() {
        Invoice invoice = hundred("1");
        long lost = book.writeOff(invoice, eur("100.00"), "2026-03-01");
        Payment late = book.payment("acme", eur("40.00"), "2026-05-01", UNAPPLIED);
        book.recover(late, invoice, lost, eur("40.00"), "2026-05-01");
        assertThat(book.openOf(invoice, "2026-05-01")).contains(eur("0.00"));
        assertThat(book.credits("acme", "2026-05-01")).isEmpty();
        assertThat(book.allocations(invoice))
                .filteredOn(Allocation::isStanding)
                .extracting(a -> a.source().kind(), Allocation::amount)
                .containsExactly(tuple("payment", eur("40.00")), tuple("write-off", eur("60.00")));
    }

    @Test
    void a_small_rest_is_written_off_within_the_tolerance_and_comes_back_with_the_money() {
        book.tolerate(eur("0.50"));
        Invoice invoice = hundred("1");
        Invoice other = hundred("2");
        Payment payment =
                book.payment("acme", eur("199.00"), "2026-02-01", named(of(invoice, "99.50"), of(other, "99.49")));
        assertThat(book.openOf(invoice, "2026-02-01")).contains(eur("0.00"));
        assertThat(book.openOf(other, "2026-02-01")).contains(eur("0.51"));
        book.reverse(of(payment), "2026-02-10");
        assertThat(book.openOf(invoice, "2026-02-10")).contains(eur("100.00"));
    }

    @Test
    void a_deduction_stays_open_until_it_is_decided() {
        Invoice invoice = hundred("1");
        book.payment("acme", eur("80.00"), "2026-02-01", named(of(invoice, "80.00")));
        Deduction damaged = book.deduct(invoice, eur("15.00"), "2026-02-01");
        assertThatThrownBy(() -> book.deduct(invoice, eur("5.01"), "2026-02-01"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Only 5.00 EUR of invoice 1 are open and not deducted yet.");
        assertThat(book.openOf(invoice, "2026-02-01")).contains(eur("20.00"));
        book.settle(damaged, new SettleDeduction.Credit("C-1"), "2026-02-10");
        assertThat(book.openOf(invoice, "2026-02-10")).contains(eur("5.00"));
        Deduction late = book.deduct(invoice, eur("5.00"), "2026-02-01");
        book.settle(late, new SettleDeduction.Reject(), "2026-02-11");
        assertThat(book.openOf(invoice, "2026-02-11")).contains(eur("5.00"));
        assertThatThrownBy(() -> book.settle(late, new SettleDeduction.GiveUp("small"), "2026-02-12"))
                .isInstanceOf(Refusal.class)
                .hasMessage("It is decided already: rejected, to be collected.");
    }

    @Test
    void a_deduction_charged_back_is_a_receivable_of_its_own() {
        Invoice invoice = hundred("1");
        book.payment("acme", eur("80.00"), "2026-02-01", named(of(invoice, "80.00")));
        Deduction deduction = book.deduct(invoice, eur("20.00"), "2026-02-01");
        book.settle(deduction, new SettleDeduction.ChargeBack("CB-1"), "2026-02-10");
        assertThat(book.open("acme", "2026-02-10"))
                .extracting(OpenItem::number, OpenItem::open)
                .containsExactly(tuple("CB-1", eur("20.00")));
        Invoice chargeback = book.inside(() ->
                book.doors().invoices().byNumber("CB-1", day("2026-02-10")).orElseThrow());
        assertThat(chargeback.nature()).isEqualTo(new Invoice.Nature(Invoice.Kind.CHARGEBACK, "1"));
    }

    @Test
    void a_discount_not_earned_waits_for_a_yes() {
        Invoice invoice = hundred("1");
        Payment payment = book.payment("acme", eur("98.00"), "2026-03-01", named(of(invoice, "98.00")));
        var wanted = new TakeDiscount.Wanted(invoice.id(), payment.id(), eur("2.00"), day("2026-03-01"));
        TakenDiscount taken = book.inside(() -> credits.takeDiscount().take(NORA, wanted));
        assertThat(taken.isEarned()).isFalse();
        assertThat(book.openOf(invoice, "2026-03-01")).contains(eur("2.00"));
        book.inside(() -> credits.allowDiscount().allow(NORA, taken.id(), day("2026-03-05")));
        assertThat(book.openOf(invoice, "2026-03-05")).contains(eur("0.00"));
        book.reverse(of(payment), "2026-03-10");
        assertThat(book.openOf(invoice, "2026-03-10")).contains(eur("100.00"));
    }

    @Test
    void money_fills_the_earliest_instalment_first() { // scenario 40
        Invoice invoice =
                book.instalments("acme", "1", "2026-01-01", "2026-01-31 30.00", "2026-03-02 50.00", "2026-04-01 20.00");
        assertThat(book.open("acme", "2026-01-10"))
                .extracting(OpenItem::line, OpenItem::dueOn, OpenItem::amount, OpenItem::open)
                .containsExactly(
                        tuple(1, day("2026-01-31"), eur("30.00"), eur("30.00")),
                        tuple(2, day("2026-03-02"), eur("50.00"), eur("50.00")),
                        tuple(3, day("2026-04-01"), eur("20.00"), eur("20.00")));
        book.payment("acme", eur("40.00"), "2026-01-15", named(of(invoice, "40.00")));
        assertThat(book.open("acme", "2026-01-15"))
                .extracting(OpenItem::line, OpenItem::dueOn, OpenItem::amount, OpenItem::open)
                .containsExactly(
                        tuple(2, day("2026-03-02"), eur("50.00"), eur("40.00")),
                        tuple(3, day("2026-04-01"), eur("20.00"), eur("20.00")));
        assertThat(book.open("acme", "2026-01-14")).hasSize(3);
        Invoice found = book.inside(() ->
                book.doors().invoices().byId(invoice.id(), day("2026-01-15")).orElseThrow());
        assertThat(found.parts())
                .extracting(Instalment.Part::open)
                .containsExactly(eur("0.00"), eur("40.00"), eur("20.00"));
    }

    @Test
    void the_oldest_instalment_is_paid_before_a_younger_invoice() {
        Invoice parts = book.instalments("acme", "1", "2026-01-01", "2026-01-31 30.00", "2026-04-01 70.00");
        Invoice whole = book.invoice("acme", "2", eur("50.00"), "2026-01-01", "2026-02-28");
        book.payment("acme", eur("60.00"), "2026-02-01", OLDEST_FIRST);
        assertThat(book.openOf(parts, "2026-02-01")).contains(eur("70.00"));
        assertThat(book.openOf(whole, "2026-02-01")).contains(eur("20.00"));
    }

    @Test
    void other_instalments_are_agreed_by_an_amendment_and_the_old_ones_kept() {
        Invoice invoice = book.instalments("acme", "1", "2026-01-01", "2026-01-31 30.00", "2026-03-02 70.00");
        var bill = invoice.bill().with(List.of(new Instalment(day("2026-05-01"), eur("100.00"))));
        Invoice amended = book.inside(() -> credits.amendInvoice().amend(NORA, invoice.id(), bill));
        assertThat(amended.bill().dueOn()).isEqualTo("2026-05-01");
        assertThat(book.inside(() -> book.doors().invoices().earlier(invoice.id())))
                .extracting(version -> version.bill().instalments().size())
                .containsExactly(2);
    }

    @Test
    void fees_come_before_interest_before_principal_where_the_organisation_wants_it() {
        book.order(CashRules.Order.COSTS_INTEREST_PRINCIPAL);
        Invoice principal = hundred("1");
        Invoice interest = book.receivable("acme", "2", eur("10.00"), Invoice.Kind.INTEREST);
        Invoice fee = book.receivable("acme", "3", eur("40.00"), Invoice.Kind.FEE);
        book.payment("acme", eur("60.00"), "2026-03-01", OLDEST_FIRST);
        assertThat(book.openOf(fee, "2026-03-01")).contains(eur("0.00"));
        assertThat(book.openOf(interest, "2026-03-01")).contains(eur("0.00"));
        assertThat(book.openOf(principal, "2026-03-01")).contains(eur("90.00"));
    }

    @Test
    void automation_leaves_alone_what_a_person_decided() {
        Invoice invoice = hundred("1");
        book.payment("acme", eur("100.00"), "2026-02-01", named(of(invoice, "100.00")));
        long allocation = book.allocations(invoice).getFirst().id();
        assertThatThrownBy(() -> book.inside(
                        () -> book.doors().reverseAllocation().reverse(Actor.automation("match"), allocation, null)))
                .isInstanceOf(Refusal.class)
                .hasMessage("A person decided this; automation leaves it alone.");
    }
}
