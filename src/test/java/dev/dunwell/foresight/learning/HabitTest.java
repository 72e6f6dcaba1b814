package dev.dunwell.foresight.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dunwell.foresight.learning.Habit.Drift;
import dev.dunwell.foresight.learning.Habit.Rhythm;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Customers whose rhythm is known because it was made. */
class HabitTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 3);
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final int SEEDS = 100;

    @Test
    void who_pays_on_fridays_is_recognised() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Habit habit = habit(seed, day -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY)));
            Rhythm weekday = Objects.requireNonNull(habit.weekday());
            assertThat(weekday.first()).isEqualTo(DayOfWeek.FRIDAY.getValue());
            assertThat(weekday.hits()).isEqualTo(weekday.of());
        }
    }

    @Test
    void who_pays_at_the_end_of_the_month_is_recognised() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Habit habit = habit(seed, day -> day.with(TemporalAdjusters.lastDayOfMonth()));
            assertThat(Objects.requireNonNull(habit.monthDays()).first()).isGreaterThanOrEqualTo(24);
        }
    }

    @Test
    void who_pays_on_any_day_is_given_no_rhythm() {
        long found = IntStream.range(0, SEEDS)
                .mapToObj(seed -> habit(seed, UnaryOperator.identity()))
                .filter(habit -> habit.weekday() != null || habit.monthDays() != null)
                .count();
        assertThat(found).isLessThanOrEqualTo(4);
    }

    @Test
    void who_pays_later_than_before_is_recognised_and_who_does_not_is_not() {
        int falseAlarms = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Habit slower = habit(seed, (day, i) -> day.plusDays(i >= 60 ? 15 : 0));
            Drift drift = Objects.requireNonNull(slower.drift());
            assertThat(drift.recent()).isGreaterThan(drift.earlier());
            falseAlarms += habit(seed, UnaryOperator.identity()).drift() == null ? 0 : 1;
        }
        assertThat(falseAlarms).isLessThanOrEqualTo(4);
    }

    @Test
    void what_is_open_is_not_forgotten() {
        List<Bill> paid = bills(1, (day, i) -> day).subList(0, 10);
        List<Bill> more = IntStream.range(0, 20)
                .mapToObj(i -> new Bill("c", DAY.minusDays(200 + i), DAY.minusDays(170 + i), 100, null))
                .toList();
        Habit punctual = Habit.of(paid, DAY);
        Habit other = Habit.of(
                IntStream.range(0, 30)
                        .mapToObj(i -> i < 10 ? paid.get(i) : more.get(i - 10))
                        .toList(),
                DAY);
        assertThat(punctual.medianDays()).isBetween(10, 40);
        assertThat(other.medianDays()).isNull();
        assertThat(other.late()).isEqualTo(punctual.late() + 20);
    }

    @Test
    void chance_is_counted_exactly() {
        assertThat(Chances.atLeast(10, 10, 0.5)).isEqualTo(1 / 1024.0, within(1e-12));
        assertThat(Chances.atLeast(0, 10, 0.2)).isEqualTo(1);
        assertThat(Chances.alike(new int[] {1, 2, 3}, new int[] {1, 2, 3})).isGreaterThan(0.99);
    }

    private static Habit habit(int seed, UnaryOperator<LocalDate> paid) {
        return habit(seed, (day, _) -> paid.apply(day));
    }

    private static Habit habit(int seed, BiFunction<LocalDate, Integer, LocalDate> paid) {
        return Habit.of(bills(seed, paid), DAY);
    }

    private static List<Bill> bills(int seed, BiFunction<LocalDate, Integer, LocalDate> paid) {
        var random = new Random(seed);
        return IntStream.range(0, 80)
                .mapToObj(i -> {
                    LocalDate issued = START.plusDays(7L * i + random.nextInt(7));
                    LocalDate settled = paid.apply(issued.plusDays(15 + random.nextInt(20)), i);
                    return new Bill("c", issued, issued.plusDays(30), 100, settled);
                })
                .toList();
    }
}
