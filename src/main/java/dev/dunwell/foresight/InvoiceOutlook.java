package dev.dunwell.foresight;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When an open invoice is expected to be paid, and what that was concluded from.
 *
 * @param open what is open of it now
 * @param madeOn everything dated until that day was looked at, nothing later
 * @param expectedOn half of such invoices are paid by then; null where none that was open so long ever was
 * @param earliestOn one in ten is paid before it
 * @param latestOn one in ten is paid after it
 * @param latePercent the chance, judged from when it was new, that it is paid after its due day
 * @param known settled invoices of the customer that were looked at, at most fifty
 * @param knownLate how many of these were paid late
 * @param because what was agreed about it, in words; empty for nothing
 */
public record InvoiceOutlook(
        long invoiceId,
        String number,
        long customerId,
        String customer,
        LocalDate dueOn,
        Money open,
        LocalDate madeOn,
        @Nullable LocalDate expectedOn,
        @Nullable LocalDate earliestOn,
        @Nullable LocalDate latestOn,
        int latePercent,
        int known,
        int knownLate,
        String because) {}
