package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money on account or a credit note that settles nothing yet on the day it was asked for.
 *
 * @param source the payment or the credit note
 * @param customerId whose it is; null while the payer is unknown
 * @param number of the credit note, or what the payer wrote; may be empty
 * @param open more than zero: what the customer can still use
 */
public record OpenCredit(
        Source.Credit source,
        @Nullable Long customerId,
        @Nullable String customerNumber,
        String number,
        LocalDate datedOn,
        Money amount,
        Money open) {}
