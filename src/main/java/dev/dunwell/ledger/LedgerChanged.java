package dev.dunwell.ledger;

import java.util.Set;

/**
 * What these customers owe, or whom to ask for it, has changed. Every act of the ledger says so in its transaction,
 * after it has written; an import says so once for all its customers.
 */
public record LedgerChanged(Set<Long> customerIds) {

    public LedgerChanged {
        customerIds = Set.copyOf(customerIds);
    }

    static LedgerChanged of(Long... customerIds) {
        return new LedgerChanged(Set.of(customerIds));
    }
}
