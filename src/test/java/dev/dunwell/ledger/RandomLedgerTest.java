package dev.dunwell.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.dunwell.DunwellTest;
import dev.dunwell.jobs.DueJobs;
import dev.dunwell.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
 *   <li>I13 once for each origin: {@link CreditActs#repeat}; {@code broken-repeated}
 *   <li>I14 a file twice is a file once, in any order: {@link BillActs#file},
 *       {@link #files_may_come_twice_in_any_order}
 *   <li>I15 walls: {@code SchemaTest}, {@code WallTest}; {@code integrity/walls}
 *   <li>I17 exact to the minor unit, with 0, 2 and 3 decimals; parts sum to the whole: {@link Agreement#on};
 *       {@code broken-instalments}, {@code broken-open-lines}, {@code broken-lines}
 *   <li>I18 a settled invoice leaves nothing in any currency: {@link Agreement#journal}. Money settles invoices of its
 *       own currency only, so that no difference arises: {@link NaiveCash#fits}; {@code broken-currencies}
 *   <li>I21 money raises nothing, an invoice lowers nothing: {@link #watched}
 *   <li>I22 what has nothing in common may swap: {@link #what_has_nothing_in_common_may_be_done_in_any_order}
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
    private static final int PAIRS = SOAK ? 200 : 5;
    private static final int ACTS = SOAK ? 40 : 24;
    private static final int COMPARED_DAYS = 10;
    private static final Consumer<LedgerTwin> INVOICE = twin -> twin.bills.invoice();
    private static final Consumer<LedgerTwin> PAYMENT = twin -> twin.credits.payment();
    private static final List<Consumer<LedgerTwin>> ACTS_OF_ALL = List.of(
            INVOICE,
            INVOICE,
            INVOICE,
            PAYMENT,
            PAYMENT,
            PAYMENT,
            twin -> twin.credits.allocate(),
            twin -> twin.credits.allocate(),
            twin -> twin.credits.note(),
            twin -> twin.credits.repeat(),
            twin -> twin.credits.identify(),
            twin -> twin.credits.reverse(),
            twin -> twin.credits.refund(),
            twin -> twin.credits.transfer(),
            twin -> twin.credits.takeBack(),
            twin -> twin.credits.reverseWhole(),
            twin -> twin.bills.amend(),
            twin -> twin.bills.file(),
            twin -> twin.shortfalls.writeOff(),
            twin -> twin.shortfalls.recover(),
            twin -> twin.shortfalls.deduct(),
            twin -> twin.shortfalls.settleDeduction(),
            twin -> twin.shortfalls.takeDiscount(),
            twin -> twin.shortfalls.allowDiscount(),
            twin -> twin.bills.rules());
    /** All but the rules of the house, which are one for all. */
    private static final List<Consumer<LedgerTwin>> ACTS_OF_SOME = ACTS_OF_ALL.subList(0, ACTS_OF_ALL.size() - 1);

    private static final List<Consumer<LedgerTwin>> UNDOABLE = List.of(
            twin -> twin.credits.allocate(),
            twin -> twin.credits.refund(),
            twin -> twin.credits.transfer(),
            twin -> twin.shortfalls.writeOff());

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

    /** One act, chosen and carried out by chance; it means something whatever was left out before it. */
    private record Step(Consumer<LedgerTwin> act, long seed) {}

    @Test
    void open_items_ages_and_credits_of_any_day_are_what_the_naive_ledger_says() {
        seeds(SEQUENCES).forEach(seed -> {
            List<Step> steps = steps(ACTS_OF_ALL, ACTS, seed);
            if (failure(seed, steps) != null) {
                List<Step> shortest = Shrink.shortest(steps, some -> failure(seed, some) != null);
                fail("seed " + seed + ", in short:\n" + failure(seed, shortest));
            }
        });
    }

    private static LongStream seeds(int many) {
        Long one = Long.getLong("dunwell.seed");
        long first = Long.getLong("dunwell.seeds.from", 1);
        return one == null ? LongStream.range(first, first + many) : LongStream.of(one);
    }

    private static List<Step> steps(List<Consumer<LedgerTwin>> acts, int many, long seed) {
        var random = new Random(seed);
        return IntStream.range(0, many)
                .mapToObj(_ -> new Step(acts.get(random.nextInt(acts.size())), random.nextLong()))
                .toList();
    }

    /** What happened and what is wrong with it; null when all is well. */
    private @Nullable String failure(long seed, List<Step> steps) {
        var twin = new LedgerTwin(books.getObject(), files);
        try {
            List<Step> first = steps.subList(0, steps.size() / 2);
            List<Step> second = steps.subList(first.size(), steps.size());
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

    private void take(LedgerTwin twin, Step step) {
        twin.chance(step.seed);
        step.act.accept(twin);
    }

    /** I21: a payment raises no open amount and no bucket's total, and an invoice lowers none. */
    private void watched(LedgerTwin twin, Step step) {
        boolean isPayment = step.act == PAYMENT;
        if ((isPayment || step.act == INVOICE) && step.seed % 3 == 0) {
            LocalDate day = new Chance(step.seed).day();
            Map<String, Money> before = seen(twin.book, day);
            take(twin, step);
            Map<String, Money> after = seen(twin.book, day);
            noneLess(isPayment ? after : before, isPayment ? before : after);
        } else {
            take(twin, step);
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
        String before = projection(twin.book, day);
        UNDOABLE.forEach(act -> {
            twin.chance(seed);
            twin.thereAndBack(() -> act.accept(twin));
        });
        assertThat(projection(twin.book, day)).as("do and undo, as of %s", day).isEqualTo(before);
    }

    private String projection(Book book, LocalDate day) {
        Stream<String> credits = Agreement.credits(book, day).stream()
                .map(c -> c.customerNumber() + " " + c.datedOn() + " " + c.open())
                .sorted();
        return Agreement.openItems(book, day) + "\n" + agreement.ages(book, day) + "\n" + credits.toList();
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

    @Test
    void what_has_nothing_in_common_may_be_done_in_any_order() { // I22
        seeds(PAIRS).forEach(seed -> {
            String one = afterTwo(seed, List.of(true, false));
            assertThat(afterTwo(seed, List.of(false, true))).as("seed " + seed).isEqualTo(one);
        });
    }

    /** What is seen after two businesses that share nothing but the house, one after the other. */
    private String afterTwo(long seed, List<Boolean> order) {
        Book book = books.getObject();
        var here = new LedgerTwin(book, files, "A-", List.of("acme", "aurora"));
        var there = new LedgerTwin(book, files, "B-", List.of("borealis", "boreas"));
        order.forEach(isHere ->
                steps(ACTS_OF_SOME, ACTS, isHere ? seed : -seed).forEach(step -> take(isHere ? here : there, step)));
        Chance chance = new Chance(seed);
        return Stream.generate(chance::day)
                .limit(3)
                .map(day -> projection(book, day))
                .toList()
                .toString();
    }

    @Test
    void files_may_come_twice_in_any_order() { // I14
        seeds(PAIRS).forEach(seed -> {
            var chance = new Chance(seed);
            List<List<BroughtFiles.Row>> three = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                three.add(rows("f" + i + "-", chance));
            }
            List<List<BroughtFiles.Row>> twice = new ArrayList<>(three);
            twice.addAll(three);
            Collections.shuffle(twice, new Random(seed));
            LocalDate day = chance.day();
            assertThat(afterFiles(twice, day)).as("seed " + seed).isEqualTo(afterFiles(three, day));
        });
    }

    private static List<BroughtFiles.Row> rows(String prefix, Chance chance) {
        List<BroughtFiles.Row> rows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            LocalDate issued = chance.day();
            var says = new Invoice.Bill(issued, issued.plusDays(chance.below(40)), chance.money(), false, null);
            LocalDate settledOn = chance.oneIn(3) ? issued.plusDays(chance.below(30)) : null;
            String customer = chance.any(List.of("acme", "borealis"));
            rows.add(new BroughtFiles.Row(customer, prefix + i, says, settledOn));
        }
        return rows;
    }

    private String afterFiles(List<List<BroughtFiles.Row>> brought, LocalDate day) {
        Book book = books.getObject();
        brought.forEach(rows -> files.bring(book, rows));
        return projection(book, day) + book.inside(() -> checker.check(day));
    }
}
