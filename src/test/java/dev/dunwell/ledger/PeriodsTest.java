package dev.dunwell.ledger;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Tenant;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
@ExtendWith(IntegrityExtension.class)
class PeriodsTest {

    private static final LocalDate TODAY = day("2026-05-04");
    private static final LocalDate MARCH = day("2026-03-31");

    @Autowired
    Book book;

    @Autowired
    Periods periods;

    @Autowired
    ClosePeriod closePeriod;

    @Autowired
    ReopenPeriod reopenPeriod;

    @Autowired
    AmendInvoice amendInvoice;

    private void close(String until) {
        Tenant.runIn(book.organisation(), () -> closePeriod.close(NORA, day(until), TODAY));
    }

    private void reopen(String reason) {
        Tenant.runIn(book.organisation(), () -> reopenPeriod.reopen(NORA, reason));
    }

    /** An act that would write into March, and a book that has an invoice of March, one of April and money of March. */
    private record March(
            Book book,
            Invoice march,
            Invoice loose,
            Invoice april,
            Payment money,
            long unknown,
            long deduction,
            AmendInvoice amend) {

        Source.OfPayment source() {
            return new Source.OfPayment(money.id());
        }

        void inside(Function<Book.CreditDoors, Object> act) {
            book.inside(() -> act.apply(book.creditDoors()));
        }

        void amend(Invoice invoice, Invoice.Bill bill) {
            book.inside(() -> amend.amend(NORA, invoice.id(), bill));
        }
    }

    static Stream<Map.Entry<String, Consumer<March>>> acts() {
        return Stream.<Map.Entry<String, Consumer<March>>>of(
                entry("record an invoice", m -> m.book.invoice("acme", "new", eur("5.00"), "2026-03-31", "2026-04-30")),
                entry(
                        "record a payment",
                        m -> m.book.payment("acme", eur("5.00"), "2026-03-31", RecordPayment.Use.OLDEST_FIRST)),
                entry("record a credit note", m -> m.book.creditNote("acme", "C-1", eur("5.00"), "2026-03-01")),
                entry("write off", m -> m.book.writeOff(m.march, eur("5.00"), "2026-03-31")),
                entry("allocate", m -> m.book.allocate(m.source(), m.march, eur("5.00"), "2026-03-31")),
                entry(
                        "reverse an allocation",
                        m -> m.inside(_ -> m.book.doors()
                                .reverseAllocation()
                                .reverse(
                                        NORA,
                                        m.book.allocations(m.march).getFirst().id(),
                                        MARCH))),
                entry("amend the amount of an invoice", m -> m.amend(m.march, bill("2026-03-02", "101.00"))),
                entry("move an invoice into the period", m -> m.amend(m.april, bill("2026-03-31", "100.00"))),
                entry("move an invoice out of the period", m -> m.amend(m.loose, bill("2026-04-01", "100.00"))),
                entry(
                        "refund",
                        m -> m.inside(
                                d -> d.refundCredit().refund(NORA, m.source(), eur("1.00"), "paid twice", MARCH))),
                entry(
                        "transfer",
                        m -> m.inside(d -> d.transferPayment()
                                .transfer(
                                        NORA,
                                        new TransferPayment.Wanted(
                                                m.money.id(),
                                                m.book.customer("other").id(),
                                                eur("1.00"),
                                                "not theirs",
                                                MARCH)))),
                entry(
                        "reverse a payment",
                        m -> m.inside(d -> d.reverseCredit().reverse(NORA, m.source(), "bounced", MARCH))),
                entry(
                        "identify a payer",
                        m -> m.inside(d -> d.identifyPayment()
                                .identify(
                                        NORA, m.unknown, m.book.customer("acme").id(), MARCH))),
                entry(
                        "take a discount",
                        m -> m.inside(d -> d.takeDiscount()
                                .take(NORA, new TakeDiscount.Wanted(m.march.id(), null, eur("1.00"), MARCH)))),
                entry(
                        "take a deduction",
                        m -> m.inside(d -> d.takeDeduction()
                                .take(
                                        NORA,
                                        new TakeDeduction.Wanted(
                                                m.march.id(), null, eur("1.00"), DeductionCode.OTHER, null, MARCH)))),
                entry(
                        "settle a deduction",
                        m -> m.inside(d -> d.settleDeduction()
                                .settle(NORA, m.deduction, new SettleDeduction.ChargeBack("CB-1"), MARCH))));
    }

    private static Map.Entry<String, Consumer<March>> entry(String name, Consumer<March> act) {
        return Map.entry(name, act);
    }

    private static Invoice.Bill bill(String issuedOn, String amount) {
        return new Invoice.Bill(day(issuedOn), day("2026-05-30"), eur(amount), false, null);
    }

    private March march() {
        Invoice march = book.invoice("acme", "march", eur("100.00"), "2026-03-02", "2026-04-01");
        Invoice loose = book.invoice("acme", "loose", eur("100.00"), "2026-03-03", "2026-04-02");
        Invoice april = book.invoice("acme", "april", eur("100.00"), "2026-04-02", "2026-05-02");
        Payment money = book.payment("acme", eur("60.00"), "2026-03-05", RecordPayment.Use.ON_ACCOUNT);
        book.allocate(new Source.OfPayment(money.id()), march, eur("10.00"), "2026-03-05");
        var unknown = new RecordPayment.Wanted(
                null, day("2026-03-05"), eur("7.00"), "who?", null, RecordPayment.Use.UNAPPLIED);
        long unknownId = book.inside(() ->
                book.doors().recordPayment().record(NORA, unknown).payment().id());
        var kept =
                new TakeDeduction.Wanted(march.id(), null, eur("3.00"), DeductionCode.OTHER, null, day("2026-03-06"));
        long deduction = book.inside(
                () -> book.creditDoors().takeDeduction().take(NORA, kept).id());
        return new March(book, march, loose, april, money, unknownId, deduction, amendInvoice);
    }

    @ParameterizedTest
    @MethodSource("acts")
    void a_closed_period_refuses_every_act_and_one_that_is_open_again_does_not(Map.Entry<String, Consumer<March>> act) {
        March march = march();
        close("2026-03-31");
        assertThatThrownBy(() -> act.getValue().accept(march))
                .as(act.getKey())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("March 2026 is closed since")
                .hasMessageContaining("by Nora Lindqvist; date it 1 April 2026 or later, or reopen");
        reopen("the bank sent a correction");
        act.getValue().accept(march);
    }

    @Test
    void without_a_day_an_allocation_and_its_reversal_take_effect_on_the_first_open_day() {
        March march = march();
        close("2026-03-31");
        book.inside(() -> {
            book.doors()
                    .allocate()
                    .allocate(
                            NORA,
                            new Source.OfPayment(march.money.id()),
                            List.of(new Share(march.march.id(), eur("5.00"))),
                            null);
            return true;
        });
        Allocation made = book.allocations(march.march).getLast();
        assertThat(made.effectiveOn()).isEqualTo(day("2026-04-01"));
        book.reverse(book.allocations(march.march).getFirst().id());
        assertThat(book.allocations(march.march).getLast().effectiveOn()).isEqualTo(day("2026-04-01"));
        assertThat(book.openOf(march.march, "2026-03-31")).contains(eur("90.00"));
    }

    @Test
    void an_invoice_is_not_issued_after_it_was_settled() {
        March march = march();
        assertThatThrownBy(() -> march.amend(march.march, bill("2026-03-06", "100.00")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("It was settled on 2026-03-05");
        march.amend(march.march, bill("2026-03-05", "100.00"));
    }

    @Test
    void what_an_invoice_says_besides_amounts_and_days_of_issue_may_change_at_any_time() {
        March march = march();
        close("2026-03-31");
        march.amend(march.march, bill("2026-03-02", "100.00"));
        assertThat(book.open("acme", "2026-05-01")).extracting(OpenItem::dueOn).contains(day("2026-05-30"));
    }

    @Test
    void closings_go_forward_and_only_the_latest_is_taken_back() {
        close("2026-02-28");
        close("2026-03-31");
        assertThatThrownBy(() -> close("2026-03-15"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2026-03-31");
        assertThatThrownBy(() -> close("2026-05-04")).isInstanceOf(BadInput.class);
        reopen("a late invoice");
        assertThat(book.inside(() -> periods.current()).map(Closing::until)).contains(day("2026-02-28"));
        assertThat(book.inside(() -> periods.all()))
                .extracting(Closing::reopened)
                .anySatisfy(reopened -> assertThat(reopened)
                        .isNotNull()
                        .extracting(Closing.Reopening::reason)
                        .isEqualTo("a late invoice"));
        reopen("and another");
        assertThatThrownBy(() -> reopen("once more"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Nothing is closed");
        assertThatThrownBy(() -> reopen(" ")).isInstanceOf(BadInput.class);
    }

    @Test
    void nothing_slips_in_beside_a_closing() throws Exception {
        book.customer("acme");
        int writers = 6;
        var ready = new CountDownLatch(writers + 1);
        List<Future<?>> done = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(writers + 1)) {
            for (int i = 0; i < writers; i++) {
                int writer = i;
                done.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    for (int n = 0; n < 8; n++) {
                        try {
                            book.invoice("acme", writer + "-" + n, eur("1.00"), "2026-03-15", "2026-04-15");
                        } catch (Refusal closed) {
                            assertThat(closed.code()).isEqualTo("period-closed");
                        }
                    }
                    return null;
                }));
            }
            done.add(threads.submit(() -> {
                ready.countDown();
                ready.await();
                close("2026-03-31");
                return null;
            }));
            for (Future<?> each : done) {
                each.get();
            }
        }
        int written = book.open("acme", "2026-04-30").size();
        assertThatThrownBy(() -> book.invoice("acme", "late", eur("1.00"), "2026-03-15", "2026-04-15"))
                .isInstanceOf(Refusal.class);
        assertThat(book.open("acme", "2026-04-30")).hasSize(written);
    }
}
