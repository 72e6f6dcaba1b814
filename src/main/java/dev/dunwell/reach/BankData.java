package dev.dunwell.reach;

import dev.dunwell.kernel.BusinessCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How fresh the organisation's bank data is. Pure.
 *
 * @param lastOn the last day a payment was recorded, a file of payments was taken in, or a person looked; null: never
 * @param neededOn the oldest day that still counts as fresh; null when it is not asked
 */
public record BankData(@Nullable LocalDate lastOn, @Nullable LocalDate neededOn) {

    /** Nobody asks. */
    public static final BankData NOT_ASKED = new BankData(null, null);

    /** @param workingDays after which it is stale: with 1, yesterday's, or the last working day's, must be there */
    public static BankData of(
            @Nullable LocalDate lastOn, @Nullable Integer workingDays, LocalDate today, BusinessCalendar calendar) {
        if (workingDays == null) {
            return NOT_ASKED;
        }
        LocalDate needed = today;
        for (int back = 0; back < workingDays; back++) {
            needed = calendar.onOrBefore(needed.minusDays(1));
        }
        return new BankData(lastOn, needed);
    }

    public boolean isAsked() {
        return neededOn != null;
    }

    public boolean isStale() {
        return neededOn != null && (lastOn == null || lastOn.isBefore(neededOn));
    }
}
