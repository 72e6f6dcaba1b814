package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An invoice, or an instalment of one, that is not settled on the day it was asked for.
 *
 * @param line which instalment, counted from 1; null for an invoice that is due as a whole
 * @param dueOn of the instalment, as {@code amount} and {@code open} are
 * @param open more than zero, at most the amount
 */
public record OpenItem(
        long id,
        long customerId,
        String customerNumber,
        String number,
        @Nullable Integer line,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money amount,
        Money open) {

    private static final int BAND_DAYS = 30;
    private static final int OLDEST_BAND = 4;

    /** Days since the due date; 0 up to and on the due date itself (glossary, section 1). */
    public int daysOverdue(LocalDate today) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(dueOn, today));
    }

    /** The age as a band: 0 not due, 1 for 1 to 30 days overdue, 2 to 60, 3 to 90, 4 for more (glossary, section 2). */
    public int ageBand(LocalDate today) {
        int days = daysOverdue(today);
        return days == 0 ? 0 : Math.min(OLDEST_BAND, 1 + (days - 1) / BAND_DAYS);
    }

    public boolean isOverdue(LocalDate today) {
        return today.isAfter(dueOn);
    }
}
