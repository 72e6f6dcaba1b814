package dev.dunwell.foresight;

import dev.dunwell.foresight.learning.Bill;
import dev.dunwell.kernel.Money;

/**
 * An invoice with what was known of its payment on a day.
 *
 * @param open what was open of it when that day ended
 */
record KnownBill(long invoiceId, Money open, Bill bill) {}
