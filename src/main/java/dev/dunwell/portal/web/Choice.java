package dev.dunwell.portal.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Share;
import dev.dunwell.payments.WaysToPay;
import dev.dunwell.portal.DueItem;
import dev.dunwell.portal.Payer;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Typed;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What of the open items a payer wants to pay in one currency: all or a part of each. */
public record Choice(List<Line> lines) {

    public Choice {
        lines = List.copyOf(lines);
    }

    /** One invoice and how much of it: above zero, at most what is open. */
    public record Line(DueItem item, Money amount) {

        public boolean isPart() {
            return !amount.equals(item.open());
        }
    }

    /**
     * One for each currency, by its code. The amount of an invoice stands in {@code part<id>}, written as the payer
     * writes amounts; an empty one means all of it.
     *
     * @throws BadInput for what is no amount, nothing, or more than is open
     */
    static List<Choice> of(Payer payer, List<DueItem> items, Map<String, String> given) {
        var typed = new Typed(given, Locale.forLanguageTag(payer.words().language()));
        Map<String, List<Line>> lines = items.stream()
                .map(item -> line(item, typed))
                .collect(Collectors.groupingBy(
                        line -> line.amount.currency().getCurrencyCode(), TreeMap::new, Collectors.toList()));
        typed.check();
        return lines.values().stream().map(Choice::new).toList();
    }

    private static Line line(DueItem item, Typed typed) {
        String field = "part" + item.invoiceId();
        Money part = typed.amount(field, item.open().currency().getCurrencyCode());
        if (part != null && part.compareTo(item.open()) > 0) {
            typed.refuse(field, "More than is open of the invoice.");
        }
        return new Line(item, part == null ? item.open() : part);
    }

    public Currency currency() {
        return lines.getFirst().amount.currency();
    }

    public Money total() {
        return lines.stream().map(Line::amount).reduce(Money::plus).orElseThrow();
    }

    /**
     * Whether all are of one customer: what is set going from here is one customer's, a transfer may be for several.
     */
    public boolean isOfOne() {
        return lines.stream().map(line -> line.item.customerId()).distinct().count() == 1;
    }

    WaysToPay.Chosen chosen(Payer payer) {
        long customer =
                isOfOne() ? lines.getFirst().item.customerId() : payer.here().customerId();
        return new WaysToPay.Chosen(
                customer,
                currency(),
                lines.stream()
                        .map(line -> new Share(line.item.invoiceId(), line.amount))
                        .toList(),
                payer.caller().today());
    }
}
