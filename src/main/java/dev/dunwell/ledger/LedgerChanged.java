package dev.dunwell.ledger;

import java.util.Set;

/** Something these customers owe, paid or are changed; told by every act of the ledger in its own transaction. */
public record LedgerChanged(Set<Long> customerIds) {}
