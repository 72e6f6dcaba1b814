package dev.dunwell.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.insight.Aging;
import dev.dunwell.insight.Basis;
import dev.dunwell.insight.Buckets;
import dev.dunwell.insight.Receivables;
import dev.dunwell.jobs.DueJobs;
import dev.dunwell.kernel.Money;
import dev.dunwell.metrics.BookOfCurrency;
import dev.dunwell.metrics.Books;
import dev.dunwell.metrics.Fact;
import dev.dunwell.metrics.KeepBook;
import dev.dunwell.metrics.MonthStanding;
import dev.dunwell.metrics.Scope;
import dev.dunwell.metrics.Standing;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * After random acts of every kind, back-dated at will, the kept days say of any day what the open items of that day and
 * plain sums over the facts say (I04, I24): buckets of both bases sum to what is open, flows are what moved it.
 */
@Tag("slow")
@DunwellTest
@Import({DueJobs.class, BroughtFiles.class, Agreement.class})
@TestPropertySource(properties = "dunwell.test.own-database=random-ledger")
class KeptDaysTest {

    private static final int SEQUENCES = Boolean.getBoolean("dunwell.soak") ? 400 : 12;
    private static final List<Fact> BY_DUE =
            List.of(Fact.NOT_DUE, Fact.LATE_30, Fact.LATE_60, Fact.LATE_90, Fact.LATE_MORE);
    private static final List<Fact> BY_ISSUE = List.of(Fact.AGE_30, Fact.AGE_60, Fact.AGE_90, Fact.AGE_MORE);
    private static final LocalDate LAST = Chance.START.plusDays(Chance.DAYS + 200);

    @Autowired
    ObjectProvider<Book> books;

    @Autowired
    BroughtFiles files;

    @Autowired
    KeepBook keepBook;

    @Autowired
    Books kept;

    @Autowired
    Aging aging;

    @Autowired
    Receivables receivables;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void the_kept_days_are_what_the_facts_say_of_any_day() throws IOException {
        String flows = new String(
                Objects.requireNonNull(getClass().getResourceAsStream("/metrics/flows.sql"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        RandomActs.seeds(SEQUENCES).forEach(seed -> {
            var twin = new LedgerTwin(books.getObject(), files);
            List<RandomActs.Step> steps = RandomActs.steps(RandomActs.ALL, seed);
            steps.subList(0, steps.size() / 2).forEach(step -> step.take(twin));
            Books.Kept before = twin.book.inside(() -> keepBook.keep(LAST));
            Map<Currency, BookOfCurrency> told = twin.book.inside(() -> kept.keptWithMonths(Set.of(LAST)));
            steps.subList(steps.size() / 2, steps.size()).forEach(step -> step.take(twin));
            remembered(twin.book, before.knownAt(), told);
            twin.book.inside(() -> keepBook.keep(LAST)); // what was dated back since is in it now
            Chance chance = new Chance(seed);
            for (int i = 0; i < 8; i++) {
                compare(twin.book, flows, chance.day(), chance.below(Chance.DAYS + 100));
            }
        });
    }

    /** I05: what was kept then is what is known of then, from the facts and for ever. */
    private void remembered(Book book, Instant knownAt, Map<Currency, BookOfCurrency> told) {
        Map<Currency, BookOfCurrency> again = book.inside(() -> kept.ofFacts(Scope.ALL, knownAt, Set.of(LAST)));
        assertThat(again.keySet()).isEqualTo(told.keySet());
        told.forEach((currency, then) -> {
            BookOfCurrency same = Objects.requireNonNull(again.get(currency));
            Standing now = same.at(LAST);
            then.at(LAST)
                    .facts()
                    .forEach((fact, amount) ->
                            assertThat(now.of(fact)).as(fact + " " + currency).isEqualByComparingTo(amount));
            assertThat(same.monthsAt(LAST))
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(then.monthsAt(LAST));
        });
    }

    private void compare(Book book, String flows, LocalDate from, int days) {
        LocalDate to = from.plusDays(days);
        LocalDate before = from.minusDays(1);
        Map<Currency, BookOfCurrency> found = book.inside(() -> kept.keptWithMonths(Set.of(before, to)));
        for (BookOfCurrency each : found.values()) {
            ages(book, each, to);
        }
        book.inside(() -> transaction.execute(_ -> db.sql(flows)
                .param("fromOn", from)
                .param("toOn", to)
                .query((row, _) -> {
                    BookOfCurrency each = found.get(Currency.getInstance(row.getString("currency")));
                    if (each != null) {
                        for (Fact fact :
                                List.of(Fact.BILLED, Fact.CHARGED, Fact.COLLECTED, Fact.CREDITED, Fact.WRITTEN_OFF)) {
                            same(fact, row.getBigDecimal(fact.name().toLowerCase(Locale.ROOT)), each, from, to);
                        }
                        same(Fact.PAID_DAYS, row.getBigDecimal("paid_days"), each, from, to);
                        assertThat(flow(each, Fact.DISCOUNTED, from, to).add(flow(each, Fact.DEDUCTED, from, to)))
                                .isEqualByComparingTo(row.getBigDecimal("deducted"));
                        assertThat(each.at(to).openLateDays())
                                .isEqualByComparingTo(row.getBigDecimal("open_late_days"));
                        assertThat(openDays(each, to)).isEqualByComparingTo(row.getBigDecimal("open_days"));
                        moved(each, from, to);
                    }
                    return to;
                })
                .list()));
        onTime(book, found, from, to);
    }

    /** Opening + billed + charged − settled in any way = closing. */
    private static void moved(BookOfCurrency book, LocalDate from, LocalDate to) {
        BigDecimal in = flow(book, Fact.BILLED, from, to).add(flow(book, Fact.CHARGED, from, to));
        BigDecimal out =
                List.of(Fact.COLLECTED, Fact.CREDITED, Fact.DISCOUNTED, Fact.DEDUCTED, Fact.WRITTEN_OFF).stream()
                        .map(fact -> flow(book, fact, from, to))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(book.at(from.minusDays(1)).of(Fact.OPEN).add(in).subtract(out))
                .isEqualByComparingTo(book.at(to).of(Fact.OPEN));
    }

    private void ages(Book book, BookOfCurrency each, LocalDate day) {
        Standing standing = each.at(day);
        for (Basis basis : Basis.values()) {
            List<Fact> facts = basis == Basis.DUE ? BY_DUE : BY_ISSUE;
            List<Long> expected = book
                    .inside(() -> aging.report(Aging.Question.of(AsOf.today(day), Buckets.usual(basis))))
                    .lines()
                    .stream()
                    .filter(line -> line.currency().equals(each.currency()))
                    .findFirst()
                    .map(line -> line.buckets().stream()
                            .map(sum -> sum.amount().minor())
                            .toList())
                    .orElse(IntStream.range(0, facts.size()).mapToObj(_ -> 0L).toList());
            assertThat(facts.stream().map(standing::of).map(BigDecimal::longValueExact))
                    .as("%s, by %s, as of %s", each.currency(), basis, day)
                    .isEqualTo(expected);
            assertThat(expected.stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(standing.of(Fact.OPEN).longValueExact());
        }
    }

    private void onTime(Book book, Map<Currency, BookOfCurrency> found, LocalDate from, LocalDate to) {
        for (Receivables.OnTime each : book.inside(() -> receivables.onTime(from, to))) {
            BookOfCurrency its =
                    Objects.requireNonNull(found.get(each.dueAmount().currency()));
            assertThat(flow(its, Fact.FELL_DUE, from, to)).isEqualByComparingTo(minor(each.dueAmount()));
            assertThat(flow(its, Fact.PAID_BY_DUE, from, to)).isEqualByComparingTo(minor(each.paidAmount()));
            assertThat(flow(its, Fact.FELL_DUE_ITEMS, from, to)).isEqualByComparingTo(BigDecimal.valueOf(each.due()));
            assertThat(flow(its, Fact.PAID_BY_DUE_ITEMS, from, to))
                    .isEqualByComparingTo(BigDecimal.valueOf(each.paid()));
        }
    }

    private static BigDecimal openDays(BookOfCurrency book, LocalDate on) {
        return book.monthsAt(on).stream().map(month -> openDays(month, on)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal openDays(MonthStanding month, LocalDate on) {
        return month.billed()
                .subtract(month.settled())
                .multiply(
                        BigDecimal.valueOf(ChronoUnit.DAYS.between(month.month().atDay(1), on)))
                .subtract(month.billedDays())
                .add(month.settledDays());
    }

    private static BigDecimal minor(Money money) {
        return BigDecimal.valueOf(money.minor());
    }

    private static void same(Fact fact, BigDecimal expected, BookOfCurrency book, LocalDate from, LocalDate to) {
        assertThat(flow(book, fact, from, to))
                .as("%s %s from %s to %s", fact, book.currency(), from, to)
                .isEqualByComparingTo(expected);
    }

    private static BigDecimal flow(BookOfCurrency book, Fact fact, LocalDate from, LocalDate to) {
        return book.at(to).of(fact).subtract(book.at(from.minusDays(1)).of(fact));
    }
}
