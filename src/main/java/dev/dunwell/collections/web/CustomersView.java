package dev.dunwell.collections.web;

import dev.dunwell.collections.CustomerList;
import dev.dunwell.collections.Worklist;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.Choice;
import dev.dunwell.web.Slice;
import java.util.List;
import java.util.Map;

/**
 * The list of customers.
 *
 * @param search what was searched for, empty for all
 * @param chips the filters, each with the address that switches it
 * @param headings the columns by which it can be put in order
 * @param marks what is to be seen of a customer at once, in a word or two each; absent for most
 * @param address of this list from its beginning, and {@code download} of the same customers as a file
 * @param isFiltered whether anything is left out
 * @param people to whom accounts can be given from here; empty for who may not
 */
public record CustomersView(
        String search,
        List<Chip> chips,
        List<Heading> headings,
        List<Hidden> kept,
        Slice<CustomerList.Row> page,
        Map<Long, List<String>> marks,
        String address,
        String download,
        boolean isFiltered,
        boolean isFirstPage,
        List<Choice> people) {

    /** A filter, on or off, and where a click on it leads. */
    public record Chip(String title, String url, boolean isOn) {}

    /**
     * A column.
     *
     * @param sorted for {@code aria-sort}: ascending, descending or none
     */
    public record Heading(String title, String url, String sorted, String css) {
        public boolean isSorted() {
            return !sorted.equals("none");
        }
    }

    /** What the search form sends along: the filters that are on, and the order. */
    public record Hidden(String name, String value) {}

    public static List<Money> open(CustomerList.Row row) {
        return row.debts().stream().map(Worklist.Debt::open).toList();
    }

    public static List<Money> overdue(CustomerList.Row row) {
        return row.debts().stream()
                .map(Worklist.Debt::overdue)
                .filter(Money::isPositive)
                .toList();
    }
}
