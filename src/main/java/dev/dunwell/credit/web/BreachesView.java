package dev.dunwell.credit.web;

import dev.dunwell.credit.CreditPolicy;
import dev.dunwell.credit.CreditStanding;
import java.util.List;

/**
 * What credit/page shows.
 *
 * @param rows breaches by amount, then those that are near their limit; the first of them
 * @param breaches how many there are in the whole book
 */
public record BreachesView(List<Row> rows, int breaches, CreditPolicy policy, boolean mayChange) {

    /** One customer in one currency. */
    public record Row(long id, String number, String name, CreditStanding standing) {}
}
