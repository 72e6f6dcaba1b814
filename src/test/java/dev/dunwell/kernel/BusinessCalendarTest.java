package dev.dunwell.kernel;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

    private final BusinessCalendar germany = BusinessCalendar.of("DE");

    @Test
    void weekends_and_holidays_are_quiet() {
        assertThat(germany.isQuiet(day("2026-11-21"))).as("Saturday").isTrue();
        assertThat(germany.isQuiet(day("2026-11-22"))).as("Sunday").isTrue();
        assertThat(germany.isQuiet(day("2026-11-23"))).as("Monday").isFalse();
        assertThat(germany.isQuiet(day("2026-05-01")))
                .as("Labour Day, a Friday")
                .isTrue();
    }

    @Test
    void easter_is_stepped_over_in_both_directions() {
        assertThat(germany.onOrAfter(day("2026-04-03"))).as("from Good Friday").isEqualTo(day("2026-04-07"));
        assertThat(germany.onOrBefore(day("2026-04-06")))
                .as("from Easter Monday")
                .isEqualTo(day("2026-04-02"));
    }

    @Test
    void a_working_day_stays_where_it_is() {
        assertThat(germany.onOrAfter(day("2026-11-23"))).isEqualTo(day("2026-11-23"));
        assertThat(germany.onOrBefore(day("2026-11-23"))).isEqualTo(day("2026-11-23"));
    }

    @Test
    void stepping_crosses_the_turn_of_the_year() {
        assertThat(germany.onOrAfter(day("2026-12-31"))).isEqualTo(day("2026-12-31"));
        assertThat(germany.onOrAfter(day("2027-01-01"))).isEqualTo(day("2027-01-04"));
        assertThat(germany.onOrBefore(day("2028-01-02"))).isEqualTo(day("2027-12-31"));
    }

    @Test
    void a_holiday_observed_on_another_day_is_quiet_on_that_day() {
        BusinessCalendar states = BusinessCalendar.of("us");
        assertThat(states.isQuiet(day("2026-07-03")))
                .as("4 July 2026 is a Saturday")
                .isTrue();
        assertThat(states.isQuiet(day("2021-12-31")))
                .as("1 January 2022 is a Saturday, observed in the year before")
                .isTrue();
    }

    @Test
    void an_unknown_country_has_weekends_only() {
        for (String unknown : new String[] {"", "ZZ", "../etc"}) {
            BusinessCalendar calendar = BusinessCalendar.of(unknown);
            assertThat(calendar.isQuiet(day("2026-12-25"))).isFalse();
            assertThat(calendar.isQuiet(day("2026-12-26"))).isTrue();
        }
    }

    @Test
    void the_weekend_is_the_organisations() {
        BusinessCalendar riyadh = BusinessCalendar.of("SA", Set.of(FRIDAY, SATURDAY));
        assertThat(riyadh.isQuiet(day("2026-11-20"))).as("Friday").isTrue();
        assertThat(riyadh.isQuiet(day("2026-11-22"))).as("Sunday").isFalse();
        assertThat(riyadh.onOrAfter(day("2026-11-20"))).isEqualTo(day("2026-11-22"));
    }

    @Test
    void every_day_knows_no_quiet_day() {
        assertThat(BusinessCalendar.everyDay().isQuiet(day("2026-12-25"))).isFalse();
        assertThat(BusinessCalendar.everyDay().onOrAfter(day("2026-11-22"))).isEqualTo(day("2026-11-22"));
    }

    @Test
    void refuses_a_week_without_a_working_day() {
        assertThatThrownBy(() -> BusinessCalendar.of("DE", EnumSet.allOf(DayOfWeek.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("working day");
    }

    @Test
    void a_million_questions_are_cheap() {
        LocalDate start = day("2026-01-01");
        germany.isQuiet(start);
        int quiet = 0;
        long began = System.nanoTime();
        for (int i = 0; i < 1_000_000; i++) {
            quiet += germany.isQuiet(start.plusDays(i % 730)) ? 1 : 0;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.println("BusinessCalendar: 1,000,000 isQuiet in " + took.toMillis() + " ms");
        assertThat(quiet).isBetween(280_000, 330_000);
        assertThat(took).isLessThan(Duration.ofSeconds(1));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
