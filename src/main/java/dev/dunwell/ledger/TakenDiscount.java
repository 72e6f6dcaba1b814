package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A discount that a payer took.
 *
 * @param paymentId the payment it was taken with, if it is known
 * @param isEarned whether the payment came within the window of the terms
 * @param isBooked whether it settles its invoice; unearned, it does once a person allows it
 */
public record TakenDiscount(
        long id,
        long invoiceId,
        @Nullable Long paymentId,
        Money amount,
        LocalDate takenOn,
        boolean isEarned,
        boolean isBooked) {}
