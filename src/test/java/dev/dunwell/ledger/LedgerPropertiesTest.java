package dev.dunwell.ledger;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.insight.Aging;
import dev.dunwell.insight.Basis;
import dev.dunwell.insight.Buckets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** What holds of any book: what is done and undone leaves no trace, and what has nothing in common may swap. */
@DunwellTest
@ExtendWith(IntegrityExtension.class)
class LedgerPropertiesTest {

    private static final List<String> DAYS = List.of("2026-01-15", "2026-02-01", "2026-02-15", "2026-03-31");

    @Autowired
    ObjectProvider<Book> books;

    @Autowired
    Aging aging;

    private static Map<String, String> projection(Book book) {
        Map<String, String> seen = new TreeMap<>();
        for (String on : DAYS) {
            for (String customer : List.of("acme", "borealis")) {
                seen.put(
                        on + " " + customer,
                        book.open(customer, on).stream()
                                        .map(i -> i.number() + "=" + i.open())
                                        .collect(Collectors.joining(","))
                                + book.credits(customer, on).stream()
                                        .map(c -> "; " + c.datedOn() + "=" + c.open())
                                        .collect(Collectors.joining()));
            }
        }
        return seen;
    }

    @Test
    void do_and_undo_leaves_what_is_seen_as_it_was() { // I23
        Book book = books.getObject();
        Invoice invoice = book.invoice("acme", "1", eur("100.00"), "2026-01-01", "2026-01-31");
        book.customer("borealis");
        Payment payment = book.payment("acme", eur("150.00"), "2026-02-01", RecordPayment.Use.UNAPPLIED);
        var source = new Source.OfPayment(payment.id());
        Map<String, String> before = projection(book);
        var takeBack = book.creditDoors().takeBack();

        book.allocate(source, invoice, eur("100.00"), "2026-02-01");
        book.reverse(book.allocations(invoice).getLast().id());
        assertThat(projection(book)).as("allocated and reversed").isEqualTo(before);

        book.writeOff(invoice, eur("100.00"), "2026-02-10");
        book.reverse(book.allocations(invoice).getLast().id());
        assertThat(projection(book)).as("written off and reversed").isEqualTo(before);

        long refund = book.refund(source, eur("50.00"), "2026-02-10");
        book.inside(() -> takeBack.takeBack(NORA, Withdrawal.Kind.REFUND, refund, null));
        assertThat(projection(book)).as("refunded and taken back").isEqualTo(before);

        Payment there = book.transfer(payment, "borealis", eur("50.00"), "2026-02-10");
        long transfer = java.util.Objects.requireNonNull(there.transferId());
        book.inside(() -> takeBack.takeBack(NORA, Withdrawal.Kind.TRANSFER, transfer, null));
        assertThat(projection(book)).as("transferred and taken back").isEqualTo(before);

        long bounced = book.reverse(source, "2026-02-10");
        book.inside(() -> takeBack.takeBack(NORA, Withdrawal.Kind.PAYMENT_REVERSAL, bounced, null));
        assertThat(projection(book)).as("bounced and taken back").isEqualTo(before);
    }

    @Test
    void what_has_nothing_in_common_may_swap() { // I22
        Book first = books.getObject();
        Book second = books.getObject();
        List<Runnable> there = new ArrayList<>(acts(first));
        there.forEach(Runnable::run);
        List<Runnable> back = acts(second).reversed();
        back.forEach(Runnable::run);
        assertThat(projection(second)).isEqualTo(projection(first));
    }

    private static List<Runnable> acts(Book book) {
        Invoice acme = book.invoice("acme", "A", eur("100.00"), "2026-01-01", "2026-01-31");
        Invoice borealis = book.invoice("borealis", "B", eur("80.00"), "2026-01-01", "2026-01-31");
        return List.of(
                () -> book.payment(
                        "acme",
                        eur("40.00"),
                        "2026-02-01",
                        RecordPayment.Use.named(new Share(acme.id(), eur("40.00")))),
                () -> book.writeOff(borealis, eur("30.00"), "2026-02-05"),
                () -> book.creditNote("acme", "C", eur("10.00"), "2026-02-10"),
                () -> book.payment("borealis", eur("60.00"), "2026-02-10", RecordPayment.Use.UNAPPLIED));
    }

    @Test
    void scenario_08_fees_are_receivables_of_their_own() {
        Book book = books.getObject();
        book.invoice("acme", "1", eur("100.00"), "2026-01-01", "2026-01-31");
        fee(book, "F1", "10.00", "2026-02-05");
        assertThat(total(book, "2026-02-05")).isEqualTo(eur("110.00"));
        fee(book, "F2", "15.00", "2026-02-10");
        assertThat(total(book, "2026-02-10")).isEqualTo(eur("125.00"));
        assertThat(total(book, "2026-02-09")).isEqualTo(eur("110.00"));
    }

    private static void fee(Book book, String number, String amount, String on) {
        var wanted = RecordInvoice.Wanted.of(book.customer("acme").id(), number, day(on), day(on), eur(amount))
                .as(new Invoice.Nature(Invoice.Kind.FEE, "1"));
        book.inside(() -> book.doors().recordInvoice().record(NORA, wanted));
    }

    @Test
    void scenario_49_the_invoices_of_a_customer_sum_to_its_subtotal_and_all_to_the_grand_total() {
        Book book = books.getObject();
        book.invoice("acme", "1", eur("100.00"), "2026-01-01", "2026-01-31");
        book.invoice("acme", "2", eur("85.00"), "2026-01-01", "2026-01-31");
        List<Aging.CustomerLine> lines = new ArrayList<>();
        book.inside(() -> {
            aging.customers(Aging.Question.of(AsOf.today(day("2026-02-10")), Buckets.usual(Basis.DUE)), lines::add);
            return true;
        });
        assertThat(lines).extracting(Aging.CustomerLine::open).containsExactly(eur("185.00"));
        assertThat(total(book, "2026-02-10")).isEqualTo(eur("185.00"));
    }

    @Test
    void scenario_52_a_filter_shows_exactly_the_customers_it_names() {
        Book book = books.getObject();
        for (String customer : List.of("1", "2", "3")) {
            book.invoice(customer, "I" + customer, eur("10.00"), "2026-01-01", "2026-01-31");
        }
        var oneAndThree =
                new Aging.Question(AsOf.today(day("2026-02-01")), Buckets.usual(Basis.DUE), List.of("1", "3"));
        assertThat(book.inside(() -> aging.customers(oneAndThree, eur("0").currency(), null, 10))
                        .rows())
                .extracting(Aging.CustomerLine::number)
                .containsExactly("1", "3");
        assertThat(book.inside(() -> aging.report(oneAndThree))
                        .lines()
                        .getFirst()
                        .total()
                        .amount())
                .isEqualTo(eur("20.00"));
    }

    private dev.dunwell.kernel.Money total(Book book, String on) {
        return book.inside(() -> aging.report(Aging.Question.of(AsOf.today(day(on)), Buckets.usual(Basis.DUE))))
                .lines()
                .getFirst()
                .total()
                .amount();
    }
}
