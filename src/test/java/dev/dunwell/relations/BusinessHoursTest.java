package dev.dunwell.relations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Business time, worked out by hand on a calendar of 2026. */
class BusinessHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final BusinessHours NINE_TO_FIVE = hours(BERLIN, "DE");

    private static BusinessHours hours(ZoneId zone, String country) {
        return new BusinessHours(LocalTime.of(9, 0), LocalTime.of(17, 0), zone, BusinessCalendar.of(country));
    }

    private static Instant at(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        // within a Monday; from before it opens; to after it closes
        "2026-11-02T10:00, 2026-11-02T11:30, PT1H30M",
        "2026-11-02T07:00, 2026-11-02T09:45, PT45M",
        "2026-11-02T16:00, 2026-11-02T19:00, PT1H",
        // nothing in a night, nothing at a weekend
        "2026-11-02T18:00, 2026-11-03T08:00, PT0S",
        "2026-11-07T10:00, 2026-11-08T16:00, PT0S",
        // Friday 16:00 to Monday 10:00 is one hour and one hour
        "2026-11-06T16:00, 2026-11-09T10:00, PT2H",
        // a whole week from Monday to Monday is five days of eight hours
        "2026-11-02T09:00, 2026-11-09T09:00, PT40H",
        // Christmas: Thu 24 Dec 15:00 (a working day), 25th Friday and 26th Saturday holidays, Mon 28 Dec 10:00
        "2026-12-24T15:00, 2026-12-28T10:00, PT3H",
        // Good Friday 3 April and Easter Monday 6 April: Thu 16:30 to Tue 09:30
        "2026-04-02T16:30, 2026-04-07T09:30, PT1H",
        // the clocks change on Sunday 29 March and 25 October: no working hour is lost or won
        "2026-03-27T16:00, 2026-03-30T10:00, PT2H",
        "2026-10-23T16:00, 2026-10-26T10:00, PT2H",
        // what ends before it begins
        "2026-11-03T10:00, 2026-11-02T10:00, PT0S"
    })
    void the_time_at_work_between_two_moments(String from, String until, Duration expected) {
        assertThat(NINE_TO_FIVE.between(at(BERLIN, from), at(BERLIN, until))).isEqualTo(expected);
    }

    /**
     * Where one works on Sundays, the day on which the clocks go forward is an hour shorter, and back an hour longer.
     */
    @Test
    void a_day_on_which_the_clocks_change_within_the_hours() {
        var always = new BusinessHours(
                LocalTime.MIN,
                LocalTime.of(23, 0),
                BERLIN,
                BusinessCalendar.of("", EnumSet.noneOf(java.time.DayOfWeek.class)));
        assertThat(always.between(Moment.on(LocalDate.of(2026, 3, 29)), Moment.on(LocalDate.of(2026, 3, 29))))
                .isEqualTo(Duration.ofHours(22));
        assertThat(always.between(Moment.on(LocalDate.of(2026, 10, 25)), Moment.on(LocalDate.of(2026, 10, 25))))
                .isEqualTo(Duration.ofHours(24));
    }

    /** 15:30 in Berlin is 09:30 in New York in November; Thanksgiving is a holiday only there. */
    @Test
    void the_same_moments_are_another_time_in_another_zone() {
        Instant asked = Instant.parse("2026-11-25T14:30:00Z");
        Instant answered = Instant.parse("2026-11-27T15:00:00Z");
        assertThat(NINE_TO_FIVE.between(asked, answered)).isEqualTo(Duration.parse("PT16H30M"));
        assertThat(hours(ZoneId.of("America/New_York"), "US").between(asked, answered))
                .isEqualTo(Duration.parse("PT8H30M"));
    }

    @Test
    void where_only_the_day_is_known_it_counts_whole() {
        LocalDate monday = LocalDate.of(2026, 11, 2);
        assertThat(NINE_TO_FIVE.between(Moment.on(monday), Moment.on(monday))).isEqualTo(Duration.ofHours(8));
        assertThat(NINE_TO_FIVE.between(Moment.on(monday), Moment.on(monday.plusDays(2))))
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void a_moment_on_another_day_than_the_one_it_counts_for_is_not_believed() {
        LocalDate monday = LocalDate.of(2026, 11, 2);
        assertThat(Moment.of(monday, Instant.parse("2026-11-02T22:59:00Z"), BERLIN)
                        .at())
                .isNotNull();
        assertThat(Moment.of(monday, Instant.parse("2026-11-02T23:00:00Z"), BERLIN)
                        .at())
                .isNull();
    }

    /** A slow count, minute by minute, over random stretches of random years. */
    @Test
    void it_equals_a_count_minute_by_minute() {
        for (int seed = 0; seed < 60; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            BusinessHours hours = seed % 2 == 0 ? NINE_TO_FIVE : hours(ZoneId.of("America/New_York"), "US");
            Instant from = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(60L * random.nextInt(2 * 365 * 1440));
            Instant until = from.plusSeconds(60L * random.nextInt(20 * 1440));
            assertThat(hours.between(from, until)).as("seed " + seed).isEqualTo(counted(hours, from, until));
        }
    }

    private static Duration counted(BusinessHours hours, Instant from, Instant until) {
        long minutes = 0;
        for (Instant at = from; at.isBefore(until); at = at.plusSeconds(60)) {
            LocalDateTime there = LocalDateTime.ofInstant(at, hours.zone());
            boolean isOpen = !there.toLocalTime().isBefore(hours.opens())
                    && there.toLocalTime().isBefore(hours.closes());
            minutes += isOpen && !hours.calendar().isQuiet(there.toLocalDate()) ? 1 : 0;
        }
        return Duration.ofMinutes(minutes);
    }
}
