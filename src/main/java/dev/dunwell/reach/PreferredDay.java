package dev.dunwell.reach;

import java.time.LocalDate;

/**
 * The day on which a payer wants to be reminded.
 *
 * @param day of the week 1 to 7, Monday first; of the month 1 to 28
 */
public record PreferredDay(Every every, int day) {

    /** How often it comes. */
    public enum Every {
        WEEK,
        MONTH
    }

    /** Whether there is such a day. */
    public boolean isThere() {
        return day >= 1 && day <= (every == Every.WEEK ? 7 : 28);
    }

    public boolean is(LocalDate date) {
        return day == (every == Every.WEEK ? date.getDayOfWeek().getValue() : date.getDayOfMonth());
    }
}
