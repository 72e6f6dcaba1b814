package dev.dunwell.journal;

import dev.dunwell.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One side of a transaction. The postings of the same fact sum to zero in its currency.
 *
 * @param kind what happened: {@code invoice}, {@code payment}, {@code allocation} …
 * @param factId which one of its kind
 * @param customer null where the payer is not known
 * @param amount above zero a debit, below a credit
 * @param invoiceId the invoice it is about, null when there is none
 * @param document its number, or what the payer wrote; may be empty
 * @param knownFrom when it was recorded
 */
public record Posting(
        String kind,
        long factId,
        LocalDate effectiveOn,
        @Nullable Of customer,
        Account account,
        Money amount,
        @Nullable Long invoiceId,
        String document,
        Instant knownFrom) {

    /** Whose account it is. */
    public record Of(long id, String number, String name) {}

    /** The kind in words, {@code write off}. */
    public String words() {
        return kind.replace('_', ' ');
    }
}
