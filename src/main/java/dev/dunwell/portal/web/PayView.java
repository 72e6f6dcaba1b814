package dev.dunwell.portal.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.payments.PayWords;
import dev.dunwell.payments.WayToPay;
import dev.dunwell.portal.DueItem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How what was chosen can be paid.
 *
 * @param many the invoices to choose from
 * @param words those of the ways to pay
 * @param parts one for each currency that was chosen
 */
public record PayView(ManyView many, PayWords words, List<Part> parts) {

    public PayView {
        parts = List.copyOf(parts);
    }

    /** What is paid at once, in one currency, and the ways that are open for it. */
    public record Part(List<DueItem> items, List<WayToPay> ways) {

        public Part {
            items = List.copyOf(items);
            ways = List.copyOf(ways);
        }

        public Money total() {
            return items.stream().map(DueItem::open).reduce(Money::plus).orElseThrow();
        }

        public String numbers() {
            return items.stream().map(DueItem::number).collect(Collectors.joining(", "));
        }

        /** The part of an address that names what was chosen. */
        public String query() {
            return items.stream().map(item -> "invoice=" + item.invoiceId()).collect(Collectors.joining("&"));
        }
    }
}
