package dev.dunwell.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.dunwell.DunwellTest;
import dev.dunwell.insight.Aging;
import dev.dunwell.insight.Basis;
import dev.dunwell.insight.Buckets;
import dev.dunwell.kernel.Money;
import dev.dunwell.statements.Asked;
import dev.dunwell.statements.Statement;
import dev.dunwell.statements.Statements;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * Random acts of every kind, back-dated at will; then on random days everything that is open, how old it is and what is
 * left is what the naive ledger says. What fails is shrunk to a short story. With {@code -Ddunwell.soak=true}
 * thousands; {@code -Ddunwell.seed=7} one. The database is its own: it fills with organisations.
 */
@Tag("slow")
@DunwellTest
@TestPropertySource(properties = "dunwell.test.own-database=random-ledger")
class RandomLedgerTest {

    private static final boolean SOAK = Boolean.getBoolean("dunwell.soak");
    private static final int SEQUENCES = SOAK ? 4000 : 100;
    private static final int ACTS = SOAK ? 40 : 24;
    private static final int COMPARED_DAYS = 10;
    private static final Consumer<LedgerTwin> PAYMENT = LedgerTwin::payment;
    private static final List<Consumer<LedgerTwin>> KINDS = List.of(
            LedgerTwin::invoice,
            LedgerTwin::invoice,
            LedgerTwin::invoice,
            PAYMENT,
            PAYMENT,
            PAYMENT,
            LedgerTwin::allocate,
            LedgerTwin::allocate,
            LedgerTwin::reverse,
            LedgerTwin::creditNote,
            LedgerTwin::writeOff,
            LedgerTwin::recover,
            LedgerTwin::refund,
            LedgerTwin::transfer,
            LedgerTwin::takeBack,
            LedgerTwin::reverseCredit,
            LedgerTwin::identify,
            LedgerTwin::deduct,
            LedgerTwin::settleDeduction,
            LedgerTwin::takeDiscount,
            LedgerTwin::allowDiscount,
            LedgerTwin::amend,
            LedgerTwin::rules);

    @Autowired
    ObjectProvider<Book> books;

    @Autowired
    LedgerChecker checker;

    @Autowired
    Statements statements;

    @Autowired
    Aging aging;

    /** One act, chosen and carried out by chance; it means something whatever was left out before it. */
    private record Step(int kind, long seed) {}

    @Test
    void open_items_ages_and_credits_of_any_day_are_what_the_naive_ledger_says() {
        Long one = Long.getLong("dunwell.seed");
        LongStream seeds = one == null ? LongStream.rangeClosed(1, SEQUENCES) : LongStream.of(one);
        seeds.forEach(seed -> {
            List<Step> steps = steps(seed);
            if (failure(seed, steps) != null) {
                List<Step> shortest = Shrink.shortest(steps, some -> failure(seed, some) != null);
                fail("seed " + seed + ", in short:\n" + failure(seed, shortest));
            }
        });
    }

    private static List<Step> steps(long seed) {
        var random = new Random(seed);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < ACTS; i++) {
            steps.add(new Step(random.nextInt(KINDS.size()), random.nextLong()));
        }
        return steps;
    }

    /** What happened and what is wrong with it; null when all is well. */
    private @Nullable String failure(long seed, List<Step> steps) {
        Book book = books.getObject();
        var twin = new LedgerTwin(book);
        try {
            for (Step step : steps) {
                twin.random(step.seed);
                List<Money> before = opens(twin);
                KINDS.get(step.kind).accept(twin);
                if (KINDS.get(step.kind) == PAYMENT) {
                    noneRose(before, opens(twin));
                }
            }
            compare(book, twin, new Random(seed));
            return null;
        } catch (AssertionError | RuntimeException e) {
            return String.join("\n", twin.story) + "\n=> " + e;
        }
    }

    private static List<Money> opens(LedgerTwin twin) {
        return twin.naive.bills.stream().map(twin.naive::open).toList();
    }

    /** I21: recording a payment never raises any open amount. */
    private static void noneRose(List<Money> before, List<Money> after) {
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i)).as("open after a payment").isLessThanOrEqualTo(before.get(i));
        }
    }

    private void compare(Book book, LedgerTwin twin, Random random) {
        for (int i = 0; i < COMPARED_DAYS; i++) {
            LocalDate day = LedgerTwin.START.plusDays(random.nextInt(LedgerTwin.DAYS + 60));
            compare(book, twin.naive, day);
            compareAges(book, twin.naive, day);
        }
        compare(book, twin.naive, LocalDate.MAX);
        LocalDate from = LedgerTwin.START.plusDays(random.nextInt(LedgerTwin.DAYS));
        if (from.getDayOfMonth() % 3 == 0) { // the slow questions for every third book
            compareStatements(book, twin.naive, from, from.plusDays(random.nextInt(60)));
            compareKnown(book, from);
        }
        LocalDate last = LedgerTwin.START.plusDays(random.nextInt(LedgerTwin.DAYS));
        assertThat(book.inside(() -> checker.check(last))).isEmpty();
    }

    private static void compare(Book book, NaiveLedger naive, LocalDate day) {
        Map<String, String> open = new TreeMap<>();
        book.inside(() -> book.doors().openItems().page(null, AsOf.today(day), null, 10_000))
                .rows()
                .forEach(item -> open.put(
                        item.number() + "/" + (item.line() == null ? 0 : item.line()),
                        item.customerNumber() + " " + item.dueOn() + " " + item.open()));
        Map<String, String> naively = new TreeMap<>();
        naive.lines(day, _ -> true)
                .forEach(line -> naively.put(
                        line.bill().number + "/" + line.line(),
                        line.bill().customer + " " + line.dueOn() + " " + line.open()));
        assertThat(open).as("open items as of %s", day).isEqualTo(naively);
        Map<String, String> left = new TreeMap<>();
        book.inside(() -> book.doors().openItems().creditPage(null, AsOf.today(day), null, 10_000))
                .rows()
                .forEach(credit -> left.put(credit.source().toString(), credit.customerNumber() + " " + credit.open()));
        assertThat(left).as("credits as of %s", day).isEqualTo(naive.leftOn(day));
    }

    /** From the naive balance before the period to the naive balance at its end, in each currency. */
    private void compareStatements(Book book, NaiveLedger naive, LocalDate from, LocalDate to) {
        var asked = new Asked(Statement.Kind.ACTIVITY, from, AsOf.today(to), List.of(30, 60, 90));
        List<Long> ids =
                LedgerTwin.CUSTOMERS.stream().map(c -> book.customer(c).id()).toList();
        for (Statement statement : book.inside(() -> statements.of(ids, asked))) {
            Map<String, String> told = new TreeMap<>();
            statement.sections().forEach(section -> {
                told.put(
                        section.opening().currency() + " before",
                        section.opening().toString());
                told.put(
                        section.opening().currency() + " after",
                        section.closing().toString());
                assertThat(section.lines().stream().map(Statement.Line::amount).reduce(section.opening(), Money::plus))
                        .isEqualTo(section.closing());
            });
            told.values().removeIf(amount -> amount.matches("0(\\.0+)? .*"));
            Map<String, String> expected = new TreeMap<>();
            balances(naive, statement.number(), from.minusDays(1))
                    .forEach((currency, amount) -> expected.put(currency + " before", amount.toString()));
            balances(naive, statement.number(), to)
                    .forEach((currency, amount) -> expected.put(currency + " after", amount.toString()));
            assertThat(told)
                    .as("statement of %s, %s to %s", statement.number(), from, to)
                    .isEqualTo(expected);
        }
    }

    private static Map<String, Money> balances(NaiveLedger naive, String customer, LocalDate day) {
        Map<String, Money> balances = new TreeMap<>();
        naive.lines(day, bill -> bill.customer.equals(customer))
                .forEach(line -> balances.merge(line.open().currency().toString(), line.open(), Money::plus));
        naive.credits.stream()
                .filter(c -> c.isShared() && !c.datedOn.isAfter(day) && customer.equals(c.customerOn(day)))
                .forEach(c -> balances.merge(
                        c.amount.currency().toString(), naive.left(c, day).negated(), Money::plus));
        balances.values().removeIf(Money::isZero);
        return balances;
    }

    /** From the facts alone, with the knowledge of this moment, everything comes out as from the kept open amounts. */
    private static void compareKnown(Book book, LocalDate day) {
        assertThat(everything(book, new AsOf(day, Instant.parse("2100-01-01T00:00:00Z"))))
                .isEqualTo(everything(book, AsOf.today(day)));
    }

    private static String everything(Book book, AsOf asOf) {
        return book.inside(() -> book.doors()
                        .openItems()
                        .page(null, asOf, null, 10_000)
                        .rows() + "\n"
                + book.doors().openItems().creditPage(null, asOf, null, 10_000).rows());
    }

    private void compareAges(Book book, NaiveLedger naive, LocalDate day) {
        Map<String, Money> ages = new TreeMap<>();
        naive.lines(day, _ -> true).forEach(line -> {
            long overdue = Math.max(0, day.toEpochDay() - line.dueOn().toEpochDay());
            long bucket = overdue == 0 ? 0 : Math.min(4, 1 + (overdue - 1) / 30);
            ages.merge(line.open().currency() + "/" + bucket, line.open(), Money::plus);
        });
        Map<String, Money> totals = new TreeMap<>();
        Aging.Report report =
                book.inside(() -> aging.report(Aging.Question.of(AsOf.today(day), Buckets.usual(Basis.DUE))));
        report.lines().forEach(line -> {
            for (int i = 0; i < line.buckets().size(); i++) {
                totals.put(line.currency() + "/" + i, line.buckets().get(i).amount());
            }
        });
        totals.values().removeIf(Money::isZero);
        assertThat(totals).as("ages as of %s", day).isEqualTo(ages);
        Map<String, Money> byCustomer = new TreeMap<>();
        book.inside(() -> {
            aging.customers(Aging.Question.of(AsOf.today(day), Buckets.usual(Basis.DUE)), line -> {
                for (int i = 0; i < line.buckets().size(); i++) {
                    byCustomer.merge(
                            line.open().currency() + "/" + i, line.buckets().get(i), Money::plus);
                }
            });
            return true;
        });
        byCustomer.values().removeIf(Money::isZero);
        assertThat(byCustomer).as("ages by customer as of %s", day).isEqualTo(ages); // I24
    }
}
