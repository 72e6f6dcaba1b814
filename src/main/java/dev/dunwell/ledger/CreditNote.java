package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the organisation owes back to a customer.
 *
 * @param number what the customer knows it by, unique within the organisation
 * @param unapplied what of it settles nothing yet on the day it was asked for
 * @param reversedOn from when on it is cancelled; null when it is not
 */
public record CreditNote(
        long id,
        long customerId,
        String customerNumber,
        String number,
        LocalDate issuedOn,
        Money amount,
        Money unapplied,
        @Nullable String reason,
        @Nullable LocalDate reversedOn) {}
