package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in from a customer.
 *
 * @param unapplied what of it settles nothing yet on the day it was asked for: it is on account and never lost
 * @param reference what the payer wrote
 * @param sourceKey what names this payment at its origin, such as a bank's entry reference; the same payment is taken
 *     once
 */
public record Payment(
        long id,
        long customerId,
        String customerNumber,
        LocalDate receivedOn,
        Money amount,
        Money unapplied,
        @Nullable String reference,
        @Nullable String sourceKey) {}
