package dev.dunwell.agreements;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Some days in a row.
 *
 * @param from the first of them
 * @param until the day after the last
 */
public record Span(LocalDate from, LocalDate until) {

    public Span {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(until + " is before " + from);
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, until);
    }

    /** The last of its days. */
    public LocalDate lastDay() {
        return until.minusDays(1);
    }

    /** How many days both have. */
    public long daysWithin(Span other) {
        Span both = within(other);
        return both == null ? 0 : both.days();
    }

    /** The days that both have; null when there is none. */
    public @Nullable Span within(Span other) {
        LocalDate first = from.isAfter(other.from) ? from : other.from;
        LocalDate end = until.isBefore(other.until) ? until : other.until;
        return first.isBefore(end) ? new Span(first, end) : null;
    }
}
