package dev.dunwell.collections.web;

import dev.dunwell.collections.InvoiceList;
import dev.dunwell.collections.InvoiceList.Days;
import dev.dunwell.collections.InvoiceList.Filter;
import dev.dunwell.collections.InvoiceList.Order;
import dev.dunwell.collections.InvoiceList.State;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Cursor;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the list of invoices asks for:
 * {@code ?asOf=2026-03-31&state=open&currency=EUR&dueFrom=…&dueTo=…&issuedFrom=…&issuedTo=…&sort=due&cursor=…}.
 */
record InvoicesQuery(ListAddress address, String cursor) {

    private static final List<String> KNOWN =
            List.of("asOf", "state", "currency", "dueFrom", "dueTo", "issuedFrom", "issuedTo", "sort");

    static InvoicesQuery of(Map<String, String> given) {
        return new InvoicesQuery(ListAddress.of("/invoices", KNOWN, given), given.getOrDefault("cursor", ""));
    }

    /** @param today the day it is taken as of when none is given */
    Filter filter(LocalDate today) {
        LocalDate asOf = day("asOf");
        return new Filter(
                asOf == null ? today : asOf,
                state(),
                address.text("currency").toUpperCase(Locale.ROOT),
                new Days(day("dueFrom"), day("dueTo")),
                new Days(day("issuedFrom"), day("issuedTo")));
    }

    State state() {
        return one("state", State.values(), State.OPEN, "Write open, overdue, disputed, settled or all.");
    }

    Order order() {
        return one("sort", Order.values(), Order.DUE, "Write due, issued, number, customer or open.");
    }

    @Nullable
    Cursor after() {
        return Cursor.parse(cursor, InvoiceList.CURSOR_KEYS);
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private <E extends Enum<E>> E one(String name, E[] values, E usual, String otherwise) {
        String asked = address.isOn(name) ? address.text(name) : code(usual);
        for (E value : values) {
            if (code(value).equals(asked)) {
                return value;
            }
        }
        throw BadInput.in(name, otherwise);
    }

    private @Nullable LocalDate day(String name) {
        try {
            return address.isOn(name) ? LocalDate.parse(address.text(name)) : null;
        } catch (DateTimeException e) {
            throw BadInput.in(name, "Write a day as 2026-03-31.");
        }
    }
}
