package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How much of an invoice was settled by what, from which day on. Never edited: a reversal is another one with the
 * opposite sign.
 *
 * @param amount negative when it takes another back
 * @param madeBy who made it: automation never takes back what anybody else did
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
        Actor.Kind madeBy,
        @Nullable Long reverses,
        @Nullable Long reversedBy) {

    /** Whether it still counts: it is neither a reversal nor reversed. */
    public boolean isStanding() {
        return reverses == null && reversedBy == null;
    }
}
