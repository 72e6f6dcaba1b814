package dev.dunwell.insight;

import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dunwell.DunwellTest;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.IntegrityExtension;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.ledger.RecordPayment;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
@ExtendWith(IntegrityExtension.class)
class AgingTest {

    private static final LocalDate ISSUED = day("2026-01-01");

    @Autowired
    Book book;

    @Autowired
    Aging aging;

    private static AsOf at(String day) {
        return AsOf.today(day(day));
    }

    private static List<String> names(Basis basis) {
        return Buckets.usual(basis).names();
    }

    private List<String> report(String asOf, Basis basis) {
        List<String> cells = new ArrayList<>();
        for (Aging.Line line : book.inside(() -> aging.report(Aging.Question.of(at(asOf), Buckets.usual(basis))))
                .lines()) {
            for (int i = 0; i < line.buckets().size(); i++) {
                Aging.Sum sum = line.buckets().get(i);
                if (sum.count() > 0) {
                    cells.add(names(basis).get(i) + ": " + sum.count() + ", " + sum.amount());
                }
            }
        }
        return cells;
    }

    @Test
    void by_due_date_the_edges_are_due_today_30_60_and_90_days() {
        book.invoice("acme", "1", eur("1.00"), "2026-01-01", "2026-01-31");
        assertThat(report("2026-01-31", Basis.DUE)).containsExactly("not due: 1, 1.00 EUR");
        assertThat(report("2026-02-01", Basis.DUE)).containsExactly("1-30: 1, 1.00 EUR");
        assertThat(report("2026-03-02", Basis.DUE)).containsExactly("1-30: 1, 1.00 EUR");
        assertThat(report("2026-03-03", Basis.DUE)).containsExactly("31-60: 1, 1.00 EUR");
        assertThat(report("2026-04-01", Basis.DUE)).containsExactly("31-60: 1, 1.00 EUR");
        assertThat(report("2026-04-02", Basis.DUE)).containsExactly("61-90: 1, 1.00 EUR");
        assertThat(report("2026-05-01", Basis.DUE)).containsExactly("61-90: 1, 1.00 EUR");
        assertThat(report("2026-05-02", Basis.DUE)).containsExactly("91+: 1, 1.00 EUR");
        assertThat(report("2025-12-31", Basis.DUE)).isEmpty();
    }

    @Test
    void by_issue_date_the_first_bucket_begins_on_the_day_itself() {
        book.invoice("acme", "1", eur("1.00"), "2026-01-01", "2026-01-31");
        assertThat(report("2026-01-01", Basis.ISSUED)).containsExactly("0-30: 1, 1.00 EUR");
        assertThat(report("2026-01-31", Basis.ISSUED)).containsExactly("0-30: 1, 1.00 EUR");
        assertThat(report("2026-02-01", Basis.ISSUED)).containsExactly("31-60: 1, 1.00 EUR");
        assertThat(report("2026-04-02", Basis.ISSUED)).containsExactly("91+: 1, 1.00 EUR");
    }

    @Test
    void own_buckets_have_exact_edges_too() {
        book.invoice("acme", "1", eur("1.00"), "2026-01-01", "2026-01-31");
        for (var expected : Map.of("2026-01-31", 0, "2026-02-07", 1, "2026-02-08", 2, "2026-02-10", 2, "2026-02-11", 3)
                .entrySet()) {
            var line = book.inside(() -> aging.report(
                            Aging.Question.of(at(expected.getKey()), new Buckets(Basis.DUE, List.of(7, 10)))))
                    .lines()
                    .getFirst();
            assertThat(line.buckets()).extracting(Aging.Sum::count).hasSize(4).satisfies(counts -> {
                assertThat(counts.stream().mapToLong(Long::longValue).sum()).isEqualTo(1);
                assertThat(counts.get(expected.getValue())).isEqualTo(1);
            });
        }
        assertThat(new Buckets(Basis.DUE, List.of(7, 10)).names()).containsExactly("not due", "1-7", "8-10", "11+");
        assertThat(new Buckets(Basis.ISSUED, List.of(7)).names()).containsExactly("0-7", "8+");
        assertThatThrownBy(() -> new Buckets(Basis.DUE, List.of(30, 30))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void customers_sum_to_the_whole_page_by_page() { // scenario 49
        book.invoice("one", "1", eur("100.00"), "2026-01-01", "2026-01-31");
        book.invoice("one", "2", eur("85.00"), "2026-01-01", "2026-01-31");
        book.invoice("two", "3", eur("7.00"), "2026-01-01", "2026-01-31");
        var page = book.inside(() -> aging.customers(
                Aging.Question.of(at("2026-02-02"), Buckets.usual(Basis.DUE)), eur("0").currency(), null, 1));
        assertThat(page.rows())
                .extracting(Aging.CustomerLine::number, Aging.CustomerLine::open)
                .containsExactly(tuple("one", eur("185.00")));
        var rest = book.inside(() -> aging.customers(
                Aging.Question.of(at("2026-02-02"), Buckets.usual(Basis.DUE)), eur("0").currency(), page.next(), 1));
        assertThat(rest.rows()).extracting(Aging.CustomerLine::number).containsExactly("two");
        assertThat(rest.next()).isNull();
    }

    @Test
    void credits_stand_on_their_own_line() {
        book.invoice("acme", "1", eur("100.00"), "2026-01-01", "2026-01-31");
        book.creditNote("acme", "C-1", eur("30.00"), "2026-01-10");
        book.payment("other", eur("5.00"), "2026-01-10", RecordPayment.Use.ON_ACCOUNT);
        Aging.Report report =
                book.inside(() -> aging.report(Aging.Question.of(at("2026-02-02"), Buckets.usual(Basis.DUE))));
        assertThat(report.credits()).containsExactly(new Aging.Sum(2, eur("35.00")));
        assertThat(report.lines().getFirst().total()).isEqualTo(new Aging.Sum(1, eur("100.00")));
        List<Aging.CustomerLine> lines = new ArrayList<>();
        book.inside(() -> {
            aging.customers(Aging.Question.of(at("2026-02-02"), Buckets.usual(Basis.DUE)), lines::add);
            return true;
        });
        assertThat(lines)
                .extracting(Aging.CustomerLine::number, Aging.CustomerLine::open, Aging.CustomerLine::credit)
                .containsExactly(tuple("acme", eur("100.00"), eur("30.00")), tuple("other", eur("0.00"), eur("5.00")));
    }

    @Test
    void every_open_item_is_in_exactly_one_bucket_on_any_day() {
        var random = new Random(7);
        for (int i = 0; i < 60; i++) {
            LocalDate issued = ISSUED.plusDays(random.nextInt(150));
            var amount = Money.ofMinor(1 + random.nextLong(100_000), random.nextBoolean() ? "EUR" : "JPY");
            book.invoice(
                    "c" + random.nextInt(4),
                    "I" + i,
                    amount,
                    issued.toString(),
                    issued.plusDays(random.nextInt(60)).toString());
        }
        for (int i = 0; i < 10; i++) {
            LocalDate asOf = ISSUED.plusDays(random.nextInt(250));
            for (Basis basis : Basis.values()) {
                assertThat(report(asOf.toString(), basis))
                        .as(basis + " as of " + asOf)
                        .isEqualTo(naive(asOf, basis));
            }
        }
    }

    private List<String> naive(LocalDate asOf, Basis basis) {
        List<OpenItem> items = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            items.addAll(book.open("c" + i, asOf));
        }
        List<String> cells = new ArrayList<>();
        for (String code : List.of("EUR", "JPY")) {
            for (String bucket : names(basis)) {
                List<Money> amounts = items.stream()
                        .filter(item -> item.open().currency().equals(Currency.getInstance(code)))
                        .filter(item -> bucket(item, asOf, basis).equals(bucket))
                        .map(OpenItem::open)
                        .toList();
                amounts.stream()
                        .reduce(Money::plus)
                        .ifPresent(sum -> cells.add(bucket + ": " + amounts.size() + ", " + sum));
            }
        }
        return cells;
    }

    private static String bucket(OpenItem item, LocalDate asOf, Basis basis) {
        if (basis == Basis.DUE) {
            return names(basis).get(item.ageBand(asOf));
        } else {
            long age = ChronoUnit.DAYS.between(item.issuedOn(), asOf);
            return age <= 30 ? "0-30" : age <= 60 ? "31-60" : age <= 90 ? "61-90" : "91+";
        }
    }
}
