package dev.dunwell.collections.web;

import dev.dunwell.collections.InvoiceList;
import dev.dunwell.collections.InvoiceList.Days;
import dev.dunwell.collections.InvoiceList.Filter;
import dev.dunwell.collections.InvoiceList.Order;
import dev.dunwell.collections.InvoiceList.State;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Viewpoint;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Several;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the list of invoices asks for:
 * {@code ?asOf=2026-03-31&knownAt=…&state=open&customer=C-1,C-7&currency=EUR&dueFrom=…&dueTo=…&issuedFrom=…&sort=due}.
 */
record InvoicesQuery(ListAddress address, String cursor) {

    private static final List<String> KNOWN = List.of(
            "asOf", "knownAt", "state", "customer", "currency", "dueFrom", "dueTo", "issuedFrom", "issuedTo", "sort");

    static InvoicesQuery of(Map<String, String> given) {
        return new InvoicesQuery(ListAddress.of("/invoices", KNOWN, given), given.getOrDefault("cursor", ""));
    }

    /** The two times that it is asked for. */
    Viewpoint viewpoint() {
        return new Viewpoint(day("asOf"), address.text("knownAt"));
    }

    /** @param asOf what the viewpoint came to */
    Filter filter(AsOf asOf) {
        if (asOf.knownAt() != null && !state().isOpen()) {
            throw BadInput.in(
                    "state", "As known at a moment only open invoices are listed: write open, overdue or disputed.");
        }
        return new Filter(
                asOf,
                state(),
                Several.read(address.text("customer")),
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
