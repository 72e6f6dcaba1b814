package dev.dunwell.metrics;

import java.util.Locale;

/**
 * What is kept of the book at the end of a day. The first ones are how it stands; from {@link #BILLED} on they are
 * running totals from the first day, so that a period is the difference of two days.
 */
public enum Fact {
    OPEN,
    NOT_DUE,
    LATE_30,
    LATE_60,
    LATE_90,
    LATE_MORE,
    /** Open and past due, times the days from 2000-01-01 to the due day. */
    LATE_SINCE,
    AGE_30,
    AGE_60,
    AGE_90,
    AGE_MORE,
    /** Invoices issued: credit sales, taxes included. */
    BILLED,
    /** Opening balances, interest, fees and chargebacks. */
    CHARGED,
    COLLECTED,
    CREDITED,
    DISCOUNTED,
    DEDUCTED,
    WRITTEN_OFF,
    FELL_DUE,
    FELL_DUE_ITEMS,
    PAID_BY_DUE,
    PAID_BY_DUE_ITEMS,
    /** Paid, times the days from issue to payment. */
    PAID_DAYS,
    /** Paid, times the days past due. */
    LATE_DAYS;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
