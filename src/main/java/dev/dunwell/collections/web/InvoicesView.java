package dev.dunwell.collections.web;

import dev.dunwell.collections.InvoiceList;
import dev.dunwell.collections.web.CustomersView.Chip;
import dev.dunwell.collections.web.CustomersView.Heading;
import dev.dunwell.collections.web.CustomersView.Hidden;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.web.Slice;
import java.util.List;

/**
 * The list of invoices as of a day.
 *
 * @param chips the states, one of which is on
 * @param headings the columns by which it can be put in order
 * @param given what stands in the form
 * @param totals of all rows, also of those on other pages, by currency
 * @param address of this list from its beginning, and {@code download} of the same invoices as a file
 */
public record InvoicesView(
        AsOf asOf,
        List<Chip> chips,
        List<Heading> headings,
        Given given,
        List<Hidden> kept,
        List<InvoiceList.Total> totals,
        Slice<InvoiceList.Row> page,
        String address,
        String download,
        boolean isFirstPage) {

    /** As it was typed; empty where nothing was. */
    public record Given(String customer, String currency, String dueFrom, String dueTo) {}
}
