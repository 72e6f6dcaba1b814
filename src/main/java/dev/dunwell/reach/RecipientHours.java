package dev.dunwell.reach;

import dev.dunwell.kernel.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a recipient may be written to: on their working days, within the hours, by the clock where they are. Pure.
 *
 * <p>An hour that a change of clocks leaves out is the next one there is; one that comes twice begins with the first.
 */
public record RecipientHours(Limits.Hours hours, ZoneId zone, BusinessCalendar calendar) {

    /** The moment itself when it is within the hours, else the next beginning of them. */
    public Instant onOrAfter(Instant moment) {
        ZonedDateTime there = moment.atZone(zone);
        LocalDate day = there.toLocalDate();
        boolean isWorkingDay = !calendar.isQuiet(day);
        if (isWorkingDay && there.toLocalTime().isBefore(hours.from())) {
            return beginningOn(day);
        } else if (isWorkingDay && there.toLocalTime().isBefore(hours.until())) {
            return moment;
        } else {
            return beginningOn(calendar.onOrAfter(day.plusDays(1)));
        }
    }

    private Instant beginningOn(LocalDate day) {
        return day.atTime(hours.from()).atZone(zone).toInstant();
    }
}
