package dev.dunwell.portal;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An invoice, or an instalment of one, that a payer has open, with what they already said about it.
 *
 * @param customerName whose it is, for a payer who pays for several
 * @param line which instalment, null for an invoice that is due as a whole
 * @param disputed what of it is in dispute, null when nothing is
 * @param promisedOn the day they named, null when none
 * @param isInPlan whether an accepted plan says when it is paid
 * @param toldPaidOn when they told us that it is paid, null when they did not
 * @param hasQuestion whether a question about it waits for an answer
 * @param hasCopy whether the invoice itself can be fetched here
 */
public record DueItem(
        long invoiceId,
        long customerId,
        String customerName,
        String number,
        @Nullable Integer line,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money open,
        @Nullable Money disputed,
        @Nullable LocalDate promisedOn,
        boolean isInPlan,
        @Nullable LocalDate toldPaidOn,
        boolean hasQuestion,
        boolean hasCopy) {

    /** The same with more open, where several instalments are one. */
    DueItem with(Money all) {
        return new DueItem(
                invoiceId,
                customerId,
                customerName,
                number,
                null,
                issuedOn,
                dueOn,
                all,
                disputed,
                promisedOn,
                isInPlan,
                toldPaidOn,
                hasQuestion,
                hasCopy);
    }

    public boolean isOverdue(LocalDate today) {
        return dueOn.isBefore(today);
    }

    /** Days to the due date; below zero when it has passed. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, dueOn);
    }
}
