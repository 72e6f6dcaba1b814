package dev.dunwell.ledger;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What these customers owe, or whom to ask for it, has changed. Every act of the ledger says so in its transaction,
 * after it has written; an import says so once for all its customers.
 */
public record LedgerChanged(Set<Long> customerIds) {

    public LedgerChanged {
        customerIds = Set.copyOf(customerIds);
    }

    /** Of a customer who may be unknown. */
    static LedgerChanged ofAny(@Nullable Long customerId) {
        return new LedgerChanged(customerId == null ? Set.of() : Set.of(customerId));
    }

    static LedgerChanged of(Long... customerIds) {
        return new LedgerChanged(Set.of(customerIds));
    }
}
