package dev.dunwell.relations;

import dev.dunwell.kernel.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When people are at work: from an hour to an hour by the clock of their zone, on working days. Pure.
 *
 * <p>What is counted is time that passed, so that a day on which the clocks change within the hours is an hour shorter
 * or longer.
 */
public record BusinessHours(LocalTime opens, LocalTime closes, ZoneId zone, BusinessCalendar calendar) {

    public static final LocalTime USUALLY_OPENS = LocalTime.of(9, 0);
    public static final LocalTime USUALLY_CLOSES = LocalTime.of(17, 0);

    /** One usual day of work. */
    public Duration day() {
        return Duration.between(opens, closes);
    }

    /**
     * The business time between two moments, zero when none lies between them. Where only a day is known the count
     * begins when that day opens and ends when it closes, so that a figure never looks better than it was.
     */
    public Duration between(Moment from, Moment until) {
        Instant begins = from.at() == null ? at(from.on(), opens) : from.at();
        Instant ends = until.at() == null ? at(until.on(), closes) : until.at();
        return between(begins, ends);
    }

    /** The business time between two moments, zero when the second comes first. */
    public Duration between(Instant from, Instant until) {
        LocalDate last = until.atZone(zone).toLocalDate();
        Duration passed = Duration.ZERO;
        LocalDate day = calendar.onOrAfter(from.atZone(zone).toLocalDate());
        while (!day.isAfter(last)) {
            passed = passed.plus(on(day, from, until));
            day = calendar.onOrAfter(day.plusDays(1));
        }
        return passed;
    }

    private Duration on(LocalDate day, Instant from, Instant until) {
        Instant begins = later(at(day, opens), from);
        Instant ends = earlier(at(day, closes), until);
        return ends.isAfter(begins) ? Duration.between(begins, ends) : Duration.ZERO;
    }

    private Instant at(LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
