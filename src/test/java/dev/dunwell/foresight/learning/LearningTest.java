package dev.dunwell.foresight.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dunwell.foresight.learning.Survival.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearningTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 6);
    private static final LocalDate DAY = START.plusDays(500);

    /** Kaplan and Meier by hand: 5 at risk, 4/5; one censored; 3 at risk, 2/3; then 1 of 2. */
    @Test
    void what_has_not_ended_counts_as_long_as_it_was_seen() {
        Survival survival = Survival.of(List.of(
                new Span(10, true), new Span(15, false), new Span(20, true), new Span(30, true), new Span(40, false)));
        assertThat(survival.atLeast(10)).isEqualTo(1);
        assertThat(survival.atLeast(11)).isEqualTo(0.8, within(1e-12));
        assertThat(survival.atLeast(21)).isEqualTo(0.8 * 2 / 3, within(1e-12));
        assertThat(survival.atLeast(30.5)).isEqualTo(0.8 / 3, within(0.01));
        assertThat(survival.quantile(0.5, 0)).isEqualTo(30);
        assertThat(survival.quantile(0.5, 21)).isEqualTo(30);
    }

    @Test
    void what_lasted_longer_than_anything_before_may_still_end() {
        Survival survival = Survival.of(IntStream.rangeClosed(1, 100)
                .mapToObj(days -> new Span(days, true))
                .toList());
        assertThat(survival.atLeast(200)).isPositive().isLessThan(survival.atLeast(150));
        assertThat(survival.quantile(0.5, 200)).isGreaterThan(200).isFinite();
    }

    @Test
    void a_customer_of_whom_nothing_is_known_is_the_book_and_one_of_whom_much_is_known_is_itself() {
        var by = new Shrinkage(1, 2);
        assertThat(Experience.NONE.daysToPay(by, 30)).isEqualTo(30);
        var two = new Experience(new int[] {10, 20}, new int[] {14, 14});
        assertThat(two.daysToPay(by, 30)).isEqualTo((10 + 20 + 2 * 30) / 4.0);
        assertThat(two.lateShareAt(10, by, 0)).isEqualTo(0.25);
        assertThat(two.daysToPay(new Shrinkage(0.5, 0), 30)).isEqualTo((20 + 0.5 * 10) / 1.5);
    }

    @Test
    void the_chance_of_a_case_is_its_share_where_the_features_tell_no_more() {
        List<Logistic.Case> cases = IntStream.range(0, 1000)
                .mapToObj(i -> new Logistic.Case(new double[] {i % 2}, i % 2 == 0 ? i % 4 == 0 : i % 10 == 1))
                .toList();
        Logistic fitted = Logistic.fit(cases);
        assertThat(fitted.chance(new double[] {0})).isEqualTo(0.5, within(0.01));
        assertThat(fitted.chance(new double[] {1})).isEqualTo(0.2, within(0.01));
    }

    @Test
    void nothing_is_foretold_from_too_little() {
        List<Bill> few = book(1, 29);
        assertThat(PayModel.learn(few, Histories.of(few), DAY)).isEmpty();
    }

    @Test
    void what_happens_on_the_day_and_later_changes_nothing() {
        for (int seed = 0; seed < 20; seed++) {
            List<Bill> whole = book(seed, 400);
            List<Bill> known = whole.stream()
                    .filter(bill -> bill.issuedOn().isBefore(DAY))
                    .map(bill -> bill.isSettledBefore(DAY)
                            ? bill
                            : new Bill(bill.customer(), bill.issuedOn(), bill.dueOn(), bill.minor(), null))
                    .toList();
            assertThat(told(whole)).isNotEmpty().isEqualTo(told(known));
        }
    }

    @Test
    void an_open_invoice_is_never_expected_before_the_day_it_is_open_on() {
        List<Bill> book = book(7, 400);
        Histories histories = Histories.of(book);
        PayModel model = PayModel.learn(book, histories, DAY).orElseThrow();
        for (Bill bill : book) {
            if (bill.isOpenOn(DAY)) {
                Outlook outlook = model.seenFrom(DAY, bill, histories.before(bill.customer(), DAY));
                assertThat(outlook.earliestOn().orElseThrow()).isAfterOrEqualTo(DAY.minusDays(1));
                assertThat(outlook.expectedOn().orElseThrow())
                        .isBetween(
                                outlook.earliestOn().orElseThrow(),
                                outlook.latestOn().orElseThrow());
                assertThat(outlook.before(DAY)).isZero();
                assertThat(outlook.before(DAY.plusDays(400))).isBetween(0.9, 1.0);
            }
        }
    }

    private static List<String> told(List<Bill> bills) {
        Histories histories = Histories.of(bills);
        PayModel model = PayModel.learn(bills, histories, DAY).orElseThrow();
        return bills.stream()
                .filter(bill -> bill.isOpenOn(DAY))
                .map(bill -> model.seenFrom(DAY, bill, histories.before(bill.customer(), DAY)))
                .map(it -> it.expectedOn() + " " + it.earliestOn() + " " + it.latestOn() + " " + it.latePercent() + " "
                        + it.before(DAY.plusDays(30)))
                .toList();
    }

    /** Ten customers, each with its own time to pay, over 560 days. */
    private static List<Bill> book(int seed, int count) {
        var random = new Random(seed);
        List<Bill> book = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int customer = random.nextInt(10);
            LocalDate issued = START.plusDays(i * 560L / count);
            LocalDate settled = issued.plusDays(10 + 6L * customer + random.nextInt(12));
            book.add(new Bill("C" + customer, issued, issued.plusDays(30), 100 + random.nextInt(10_000), settled));
        }
        return book;
    }
}
