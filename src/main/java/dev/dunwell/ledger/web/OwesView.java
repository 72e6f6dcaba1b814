package dev.dunwell.ledger.web;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What a customer owes on a day, one figure per currency.
 *
 * @param number the customer's, for the link to its open items
 */
public record OwesView(long id, String number, LocalDate asOf, List<Debt> debts) {

    /**
     * What is open in one currency.
     *
     * @param ages by days past due, the youngest first; those with nothing in them left out
     * @param credit money and credit notes not yet used
     */
    public record Debt(Money open, Money overdue, Money credit, List<Age> ages) {}

    /**
     * One band of the aging bar.
     *
     * @param band 0 not due, 1 to 4 the older ones; also the colour
     * @param percent of the currency's open amount, 1 to 100, for the width
     */
    public record Age(int band, String name, Money amount, int percent) {}
}
