package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a customer was billed, and what of it is open.
 *
 * @param number what the customer knows it by, unique within the organisation
 * @param open what is not settled on the day it was asked for, between zero and the amount
 */
public record Invoice(long id, long customerId, String customerNumber, String number, Bill bill, Money open) {

    /**
     * What the bill says; an amendment may change all of it.
     *
     * @param dueOn the last day on which payment is in time
     * @param disputed what the accounting system says of it
     * @param reference what the customer asked to be quoted, such as an order number
     */
    public record Bill(
            LocalDate issuedOn,
            LocalDate dueOn,
            Money amount,
            boolean disputed,
            @Nullable String reference) {}

    /**
     * One line of the bill.
     *
     * @param unitPrice in major units, with as many decimals as were agreed
     * @param amount of the whole line; negative for a deduction
     */
    public record Line(String description, BigDecimal quantity, BigDecimal unitPrice, Money amount) {}

    /** What the bill said until it was amended. */
    public record Version(Bill bill, Instant knownUntil) {}
}
