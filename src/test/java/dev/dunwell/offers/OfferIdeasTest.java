package dev.dunwell.offers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.foresight.learning.Bill;
import dev.dunwell.foresight.learning.Habit;
import dev.dunwell.kernel.Money;
import dev.dunwell.offers.OfferIdeas.Idea;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is proposed fits the rhythm of customers whose rhythm was made. */
class OfferIdeasTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void who_pays_a_little_every_friday_is_offered_a_part_every_friday() {
        List<Bill> bills = bills(52, 7, day -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY)));
        Idea plan = idea(OfferKind.INSTALMENTS, bills, "600.00");
        assertThat(plan.terms()).isEqualTo("6 parts of about 100.00 EUR, one every week from Friday 6 March 2026");
        assertThat(plan.because()).contains("about every 7 days", "100.00 EUR at once", "600.00 EUR are overdue");
    }

    @Test
    void who_pays_once_a_month_is_offered_parts_by_the_month_on_its_own_days() {
        List<Bill> bills = bills(13, 28, day -> day.plusMonths(1).withDayOfMonth(10));
        Idea plan = idea(OfferKind.INSTALMENTS, bills, "300.00");
        assertThat(plan.terms()).startsWith("3 parts of about 100.00 EUR, one every month from ");
        assertThat(plan.terms()).matches(".* (6|7|8|9|10) March 2026");
    }

    @Test
    void who_pays_in_one_run_a_month_whatever_is_due_is_offered_a_due_day_behind_it() {
        List<Bill> bills = bills(50, 7, day -> {
            LocalDate soonest = day.plusDays(32);
            return soonest.getDayOfMonth() > 10 ? soonest.plusMonths(1).withDayOfMonth(10) : soonest.withDayOfMonth(10);
        });
        Idea shift = idea(OfferKind.DUE_DAY, bills, null);
        assertThat(shift.because()).startsWith("It pays in one run from the ");
        assertThat(shift.effect())
                .matches("(\\d+) of \\1 invoices of a year were late; with that due day \\d would have been.");
    }

    @Test
    void who_is_late_by_a_few_days_is_offered_to_be_debited() {
        List<Bill> bills = bills(40, 9, day -> day.plusDays(34));
        assertThat(idea(OfferKind.AUTOPAY, bills, null).days()).isEqualTo(4);
    }

    @Test
    void who_takes_long_is_offered_a_discount_and_who_pays_in_time_nothing() {
        assertThat(idea(OfferKind.EARLY_PAYMENT, bills(40, 8, day -> day.plusDays(60)), null)
                        .days())
                .isEqualTo(50);
        List<Bill> punctual = bills(40, 8, day -> day.plusDays(20));
        assertThat(OfferIdeas.of(Habit.of(punctual, DAY), punctual, null, DAY)).isEmpty();
    }

    private static Idea idea(OfferKind kind, List<Bill> bills, @Nullable String overdue) {
        Money owed = overdue == null ? null : Money.of(overdue, "EUR");
        return OfferIdeas.of(Habit.of(bills, DAY), bills, owed, DAY).stream()
                .filter(it -> it.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** Of 100.00 each under 30 days. */
    private static List<Bill> bills(int count, int every, UnaryOperator<LocalDate> paid) {
        Random random = new Random(7);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    LocalDate issued = DAY.minusDays((long) every * (count - i) + random.nextInt(2));
                    LocalDate on = paid.apply(issued);
                    return new Bill("c", issued, issued.plusDays(30), 10_000, on.isBefore(DAY) ? on : null);
                })
                .toList();
    }
}
