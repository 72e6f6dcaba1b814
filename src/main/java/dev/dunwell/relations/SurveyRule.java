package dev.dunwell.relations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How often a contact may be asked how it was: never twice within 92 days, whoever asks; where two or fewer invoices a
 * year are billed at most once a year. Pure; whoever else asked, {@link SurveyPeace} knows.
 */
final class SurveyRule {

    /** So many invoices in a year, or fewer, are rare. */
    static final int RARE = 2;

    static final int DAYS_APART = 92;

    private SurveyRule() {}

    static boolean isRare(int invoicesAYear) {
        return invoicesAYear <= RARE;
    }

    /** Whether we may, as far as we ourselves have asked; null when we never have. */
    static boolean mayAsk(LocalDate today, @Nullable LocalDate lastAskedOn, int invoicesAYear) {
        return lastAskedOn == null
                || !today.isBefore(
                        isRare(invoicesAYear)
                                ? lastAskedOn.plusYears(1).plusDays(1)
                                : lastAskedOn.plusDays(DAYS_APART));
    }
}
