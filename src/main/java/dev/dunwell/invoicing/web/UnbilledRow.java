package dev.dunwell.invoicing.web;

import dev.dunwell.agreements.Billable;
import dev.dunwell.ledger.Customer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * Work that stands on no invoice.
 *
 * @param daysWaiting since it might have been billed; negative while it may not yet
 */
public record UnbilledRow(Billable work, String number, String name, long daysWaiting)
        implements Comparable<UnbilledRow> {

    private static final int LONG = 30;

    static UnbilledRow of(Billable work, Customer customer, LocalDate today) {
        return new UnbilledRow(work, customer.number(), customer.name(), ChronoUnit.DAYS.between(work.billOn(), today));
    }

    /** Whether nobody seems to have thought of it. */
    public boolean isOverlooked() {
        return daysWaiting > LONG;
    }

    @Override
    public int compareTo(UnbilledRow other) {
        return Comparator.comparingLong(UnbilledRow::daysWaiting)
                .reversed()
                .thenComparing(UnbilledRow::number)
                .thenComparing(row -> row.work.id())
                .compare(this, other);
    }
}
