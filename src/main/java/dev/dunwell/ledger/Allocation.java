package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How much of an invoice was settled by what, from which day on. Never edited: a reversal is another one with the
 * opposite sign.
 *
 * @param amount negative when it takes another back
 * @param reverses the allocation it takes back
 * @param reversedBy the allocation that takes this one back
 */
public record Allocation(
        long id,
        long invoiceId,
        String invoiceNumber,
        Source source,
        Money amount,
        LocalDate effectiveOn,
        @Nullable Long reverses,
        @Nullable Long reversedBy) {}
