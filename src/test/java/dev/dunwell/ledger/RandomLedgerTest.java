package dev.dunwell.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.dunwell.DunwellTest;
import dev.dunwell.jobs.DueJobs;
import dev.dunwell.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Random acts of every kind, back-dated at will; then on random days everything that is open, how old it is and what is
 * left is what the naive ledger says. What fails is shrunk to a short story. With {@code -Ddunwell.soak=true}
 * thousands; {@code -Ddunwell.seed=7} one. The database is its own: it fills with organisations.
 *
 * <p>Where each invariant of the ledger is held:
 *
 * <ul>
 *   <li>I01 never spent twice: {@link LedgerTwin#both} foretells the refusal; {@code broken-overspent}
 *   <li>I02 open is what allocations leave, never below zero: {@link Agreement#on}; {@code broken-open-amounts},
 *       {@code broken-unapplied-amounts}, {@code broken-days}
 *   <li>I03 debits are credits: {@code broken-postings}, {@code broken-balance}, {@code broken-credit-balance}
 *   <li>I04 ages, open items and journal agree on every past day: {@link Agreement#on}, {@link Agreement#journal};
 *       {@code broken-accounts}, {@code broken-beginnings}
 *   <li>I05 what was known stays known: {@link #remembered}; {@code KnownAtTest}
 *   <li>I06 what is unapplied is shown: {@link Agreement#on}, {@link Agreement#statements}; {@code broken-accounts}
 *   <li>I07 nothing is edited, reversals are opposites: {@code broken-reversals}, {@code broken-transfers}; that the
 *       application cannot edit facts, {@code SchemaTest}
 *   <li>I13 once for each origin: {@link PaymentActs#repeat}; {@code broken-repeated}
 *   <li>I14 a file twice is a file once, in any order: {@link BillActs#file}, {@link AnyOrderTest}
 *   <li>I15 walls: {@code SchemaTest}, {@code WallTest}; {@code integrity/walls}
 *   <li>I17 exact to the minor unit, with 0, 2 and 3 decimals; parts sum to the whole: {@link Agreement#on};
 *       {@code broken-instalments}, {@code broken-open-lines}, {@code broken-lines}
 *   <li>I18 a settled invoice leaves nothing in any currency: {@link Agreement#journal}. Money settles invoices of its
 *       own currency only, so that no difference arises: {@link NaiveCash#fits}; {@code broken-currencies}
 *   <li>I21 money raises nothing, an invoice lowers nothing: {@link #watched}
 *   <li>I22 what has nothing in common may swap: {@link AnyOrderTest}
 *   <li>I23 do and undo leave no trace: {@link #noTrace}; {@code broken-reversed}
 *   <li>I24 parts sum to totals, from the same rows: {@link Agreement#on}, {@link Agreement#receivables}
 * </ul>
 *
 * The {@code broken-…} are the questions of {@link LedgerChecker}, which also runs every night.
 */
@Tag("slow")
@DunwellTest
@Import({DueJobs.class, BroughtFiles.class, Agreement.class})
@TestPropertySource(properties = "dunwell.test.own-database=random-ledger")
class RandomLedgerTest {

    private static final boolean SOAK = Boolean.getBoolean("dunwell.soak");
    private static final int SEQUENCES = SOAK ? 4000 : 100;
    private static final int COMPARED_DAYS = 10;

    @Autowired
    ObjectProvider<Book> books;

    @Autowired
    LedgerChecker checker;

    @Autowired
    Knowledge knowledge;

    @Autowired
    BroughtFiles files;

    @Autowired
    Agreement agreement;

    @Test
    void open_items_ages_and_credits_of_any_day_are_what_the_naive_ledger_says() {
        RandomActs.seeds(SEQUENCES).forEach(seed -> {
            List<RandomActs.Step> steps = RandomActs.steps(RandomActs.ALL, seed);
            if (failure(seed, steps) != null) {
                List<RandomActs.Step> shortest = Shrink.shortest(steps, some -> failure(seed, some) != null);
                fail("seed " + seed + ", in short:\n" + failure(seed, shortest));
            }
        });
    }

    /** What happened and what is wrong with it; null when all is well. */
    private @Nullable String failure(long seed, List<RandomActs.Step> steps) {
        var twin = new LedgerTwin(books.getObject(), files);
        try {
            List<RandomActs.Step> first = steps.subList(0, steps.size() / 2);
            List<RandomActs.Step> second = steps.subList(first.size(), steps.size());
            first.forEach(step -> watched(twin, step));
            var past = new AsOf(new Chance(seed).day(), twin.book.inside(knowledge::upToNow));
            String known = told(twin.book, past);
            second.forEach(step -> watched(twin, step));
            remembered(twin.book, past, known);
            noTrace(twin, seed);
            compare(twin, new Chance(seed));
            return null;
        } catch (AssertionError | RuntimeException e) {
            return String.join("\n", twin.story) + "\n=> " + e;
        }
    }

    /** I21: a payment raises no open amount and no bucket's total, and an invoice lowers none. */
    private void watched(LedgerTwin twin, RandomActs.Step step) {
        boolean isPayment = step.act() == RandomActs.PAYMENT;
        if ((isPayment || step.act() == RandomActs.INVOICE) && step.seed() % 3 == 0) {
            LocalDate day = new Chance(step.seed()).day();
            Map<String, Money> before = seen(twin.book, day);
            step.take(twin);
            Map<String, Money> after = seen(twin.book, day);
            noneLess(isPayment ? after : before, isPayment ? before : after);
        } else {
            step.take(twin);
        }
    }

    private Map<String, Money> seen(Book book, LocalDate day) {
        Map<String, Money> seen = new TreeMap<>(agreement.ages(book, day));
        book.inside(() -> book.doors().openItems().page(null, AsOf.today(day), null, 10_000))
                .rows()
                .forEach(item -> seen.put(item.number() + " " + item.line(), item.open()));
        return seen;
    }

    private static void noneLess(Map<String, Money> smaller, Map<String, Money> larger) {
        smaller.forEach((what, amount) -> assertThat(larger.getOrDefault(what, Money.zero(amount.currency())))
                .as(what)
                .isGreaterThanOrEqualTo(amount));
    }

    /** I05: what a report said of a day by what was known at a moment, it says for ever. */
    private void remembered(Book book, AsOf past, String known) {
        assertThat(told(book, past)).isEqualTo(known);
    }

    private static String told(Book book, AsOf asOf) {
        OpenItems openItems = book.doors().openItems();
        return book.inside(() -> openItems.page(null, asOf, null, 10_000).rows() + "\n"
                + openItems.creditPage(null, asOf, null, 10_000).rows() + "\n" + openItems.totals(null, asOf));
    }

    /** I23: what is done and taken back on the same day is seen on no day. */
    private void noTrace(LedgerTwin twin, long seed) {
        LocalDate day = new Chance(seed).day();
        String before = agreement.projection(twin.book, day);
        RandomActs.UNDOABLE.forEach(act -> {
            twin.chance(seed);
            twin.thereAndBack(() -> act.accept(twin));
        });
        assertThat(agreement.projection(twin.book, day))
                .as("do and undo, as of %s", day)
                .isEqualTo(before);
    }

    private void compare(LedgerTwin twin, Chance chance) {
        for (int i = 0; i < COMPARED_DAYS; i++) {
            agreement.on(Chance.START.plusDays(chance.below(Chance.DAYS + 60)), twin);
        }
        agreement.on(LocalDate.of(2100, 1, 1), twin);
        LocalDate from = chance.day();
        if (from.getDayOfMonth() % 3 == 0) { // the slow questions for every third book
            LocalDate to = from.plusDays(chance.below(60));
            agreement.journal(to, twin);
            agreement.statements(from, to, twin);
            agreement.receivables(from, to, twin);
            var everything = new AsOf(from, Instant.parse("2100-01-01T00:00:00Z"));
            assertThat(told(twin.book, everything))
                    .as("from the facts alone as from the kept open amounts")
                    .isEqualTo(told(twin.book, AsOf.today(from)));
        }
        LocalDate last = chance.day();
        assertThat(twin.book.inside(() -> checker.check(last))).isEmpty();
    }
}
