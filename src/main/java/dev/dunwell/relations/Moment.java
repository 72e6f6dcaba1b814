package dev.dunwell.relations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When something happened: the day it counts for, and the moment within it where one is known.
 *
 * @param on the organisation's day
 * @param at null where only the day is known, as of a day that is simulated or was written down later
 */
public record Moment(LocalDate on, @Nullable Instant at) {

    /** The moment counts only where it falls on the day by the organisation's clock. */
    public static Moment of(LocalDate on, @Nullable Instant at, ZoneId zone) {
        boolean isOnThatDay = at != null && at.atZone(zone).toLocalDate().equals(on);
        return new Moment(on, isOnThatDay ? at : null);
    }

    public static Moment on(LocalDate day) {
        return new Moment(day, null);
    }
}
