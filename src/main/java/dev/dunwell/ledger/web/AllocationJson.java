package dev.dunwell.ledger.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Allocation;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What settled an invoice, for programs.
 *
 * @param by payment, credit note or write-off, and {@code byId} its id
 * @param amount exact, negative when it takes another back
 * @param reverses the allocation that it takes back
 * @param reversedBy the allocation that takes this one back
 */
record AllocationJson(
        long id,
        String invoice,
        String by,
        long byId,
        BigDecimal amount,
        String currency,
        LocalDate effectiveOn,
        @Nullable Long reverses,
        @Nullable Long reversedBy) {

    static AllocationJson of(Allocation allocation) {
        Money amount = allocation.amount();
        return new AllocationJson(
                allocation.id(),
                allocation.invoiceNumber(),
                allocation.source().kind(),
                allocation.source().id(),
                amount.amount(),
                amount.currency().getCurrencyCode(),
                allocation.effectiveOn(),
                allocation.reverses(),
                allocation.reversedBy());
    }
}
