package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;

/** So much of something goes to this invoice. */
public record Share(long invoiceId, Money amount) {}
