package dev.dunwell.agencies;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;

/**
 * An account as the people of its agency see it.
 *
 * @param reason why we placed it
 * @param open what is open today
 */
public record PlacedAccount(
        long id,
        long packId,
        String agency,
        LocalDate placedOn,
        String reason,
        Bill bill,
        long customerId,
        String customerNumber,
        String customerName) {

    /** The invoice. */
    public record Bill(String number, LocalDate issuedOn, LocalDate dueOn, Money placed, Money open) {}
}
