package dev.dunwell.collections.web;

import dev.dunwell.collections.CustomerList;
import dev.dunwell.collections.CustomerList.Filter;
import dev.dunwell.collections.CustomerList.Order;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Cursor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the list of customers asks for: {@code ?q=cast&overdue=true&tag=key&sort=open&cursor=…}. What is
 * not known or empty is left out.
 */
record CustomersQuery(ListAddress address, String cursor) {

    private static final List<String> KNOWN =
            List.of("q", "overdue", "noContact", "manual", "mine", "unassigned", "tag", "sort");

    static CustomersQuery of(Map<String, String> given) {
        return new CustomersQuery(ListAddress.of("/customers", KNOWN, given), given.getOrDefault("cursor", ""));
    }

    boolean isFiltered() {
        return address.parameters().keySet().stream().anyMatch(name -> !name.equals("sort"));
    }

    /** @param reader whose accounts are "mine" */
    Filter filter(@Nullable Long reader) {
        return new Filter(
                address.text("q"),
                address.isOn("overdue"),
                address.isOn("noContact"),
                address.isOn("manual"),
                address.isOn("mine") ? reader : null,
                address.text("tag"),
                address.isOn("unassigned"));
    }

    Order order() {
        String asked = address.isOn("sort") ? address.text("sort") : code(Order.NAME);
        for (Order order : Order.values()) {
            if (code(order).equals(asked)) {
                return order;
            }
        }
        throw BadInput.in("sort", "Write name, open, overdue or oldest.");
    }

    @Nullable
    Cursor after() {
        return Cursor.parse(cursor, CustomerList.CURSOR_KEYS);
    }

    static String code(Order order) {
        return order.name().toLowerCase(Locale.ROOT);
    }
}
