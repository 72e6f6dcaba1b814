package dev.dunwell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A habit told in one line becomes invoices and money, always the same ones. */
class HistoryTest {

    private static final LocalDate BEGINNING = LocalDate.of(2025, 1, 1);
    private static final LocalDate STORY = LocalDate.of(2026, 1, 1);

    private static List<History.Bill> told(
            int first, int last, UnaryOperator<LocalDate> payDay, int parts, History.Discount discount) {
        var buying = new History.Buying(BEGINNING, 30, 6, 8);
        var paying = new History.Paying(first, last, payDay, parts, discount);
        return new History("H-", Money.of("1000.00", "EUR"), buying, paying).before(STORY);
    }

    private static List<History.Bill> plain() {
        return told(30, 30, UnaryOperator.identity(), 1, History.Discount.NONE);
    }

    @Test
    void it_is_told_the_same_each_time_and_nothing_of_it_is_after_the_story_begins() {
        assertThat(plain()).isEqualTo(plain());
        assertThat(plain()).allSatisfy(bill -> {
            assertThat(bill.issuedOn()).isBefore(STORY);
            assertThat(bill.paid()).allMatch(paid -> paid.on().isBefore(STORY));
            assertThat(bill.minor()).isBetween(75_000L, 125_000L);
        });
        assertThat(plain().getLast().paid()).isEmpty();
    }

    @Test
    void in_busy_months_three_times_as_many_are_bought() {
        assertThat(plain().stream()
                        .filter(bill -> bill.issuedOn().getMonthValue() >= 6
                                && bill.issuedOn().getMonthValue() <= 8))
                .hasSizeBetween(8, 10);
        assertThat(plain().stream().filter(bill -> bill.issuedOn().getMonthValue() <= 3))
                .hasSizeBetween(3, 4);
    }

    @Test
    void who_drifts_pays_later_at_the_end() {
        List<History.Bill> drifting = told(10, 60, UnaryOperator.identity(), 1, History.Discount.NONE);
        assertThat(days(drifting.getFirst())).isBetween(8L, 14L);
        assertThat(days(Objects.requireNonNull(drifting.reversed().stream()
                        .filter(bill -> !bill.paid().isEmpty())
                        .findFirst()
                        .orElse(null))))
                .isBetween(45L, 62L);
    }

    @Test
    void money_comes_on_the_day_of_the_week_and_in_parts() {
        List<History.Bill> thursdays = told(
                30, 30, day -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY)), 3, History.Discount.NONE);
        assertThat(thursdays.getFirst().paid())
                .hasSize(3)
                .allMatch(paid -> paid.on().getDayOfWeek() == DayOfWeek.THURSDAY);
        assertThat(thursdays.getFirst().paid().stream()
                        .mapToLong(History.Paid::minor)
                        .sum())
                .isEqualTo(thursdays.getFirst().minor());
    }

    @Test
    void each_fourth_is_paid_early_with_two_percent_off() {
        List<History.Bill> bills = told(30, 30, UnaryOperator.identity(), 1, new History.Discount(2, 10, 4));
        History.Bill fourth = bills.get(3);
        assertThat(fourth.paid()).singleElement().satisfies(paid -> {
            assertThat(paid.discount()).isEqualTo(fourth.minor() / 50);
            assertThat(paid.minor() + paid.discount()).isEqualTo(fourth.minor());
        });
        assertThat(days(fourth)).isLessThanOrEqualTo(10);
        assertThat(bills.getFirst().paid().getFirst().discount()).isZero();
    }

    private static long days(History.Bill bill) {
        return ChronoUnit.DAYS.between(bill.issuedOn(), bill.paid().getLast().on());
    }
}
