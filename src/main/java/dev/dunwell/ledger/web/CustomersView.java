package dev.dunwell.ledger.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.web.Slice;
import java.util.List;

/**
 * The list of customers.
 *
 * @param search what was searched for, empty for all
 * @param isFirstPage whether the list begins here
 */
public record CustomersView(String search, Slice<Row> page, boolean isFirstPage) {

    /** @param open per currency, none when nothing is open; the same for {@code overdue}; {@code marks} need a look */
    public record Row(
            long id,
            String number,
            String name,
            List<String> tags,
            String owner,
            List<Money> open,
            List<Money> overdue,
            List<String> marks) {}
}
