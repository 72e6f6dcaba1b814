package dev.dunwell.payments.debit;

import dev.dunwell.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A file of collections for the bank.
 *
 * @param hash of the file that is kept
 * @param bookedOn when what it brought was booked; null until then
 */
public record DebitRun(
        long id,
        Mandate.Scheme scheme,
        LocalDate collectOn,
        String messageId,
        String hash,
        Instant madeAt,
        String madeBy,
        @Nullable LocalDate bookedOn,
        int items,
        Money total) {

    /**
     * A line of it.
     *
     * @param returnCode of ISO 20022, {@code AM04}; null unless it came back
     */
    public record Item(
            long id,
            long runId,
            long mandateId,
            long invoiceId,
            String invoiceNumber,
            long customerId,
            String customerNumber,
            Money amount,
            String sequence,
            @Nullable Long paymentId,
            @Nullable LocalDate returnedOn,
            @Nullable String returnCode) {

        /** Under which the bank knows it, and the book. */
        public String endToEnd() {
            return "DD-" + runId + "-" + id;
        }
    }

    /** What can be collected: an open invoice and the mandate for it. */
    public record Due(
            long invoiceId,
            String number,
            long customerId,
            String customerNumber,
            String customerName,
            LocalDate dueOn,
            Money open,
            long mandateId) {}
}
