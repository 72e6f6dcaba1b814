package dev.dunwell.ledger.web;

import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.OpenCredit;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.web.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is open as of a day.
 *
 * @param customer null: all of them
 * @param credits those of the customer; none are listed for all
 * @param query the times and the customer for links, beginning with a question mark
 */
public record OpenItemsView(
        AsOf asOf,
        @Nullable Customer customer,
        List<OpenItems.Total> totals,
        Slice<OpenItem> items,
        List<OpenCredit> credits,
        String query,
        boolean isFirstPage) {}
