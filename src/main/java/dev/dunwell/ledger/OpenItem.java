package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * An invoice that is not settled on the day it was asked for.
 *
 * @param open more than zero, at most the amount
 */
public record OpenItem(
        long id,
        long customerId,
        String customerNumber,
        String number,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money amount,
        Money open) {

    /** Days since the due date; 0 up to and on the due date itself (glossary, section 1). */
    public int daysOverdue(LocalDate today) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(dueOn, today));
    }

    public boolean isOverdue(LocalDate today) {
        return today.isAfter(dueOn);
    }
}
