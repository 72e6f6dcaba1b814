package dev.dunwell.deals;

import dev.dunwell.agreements.Contract;
import dev.dunwell.agreements.Tax;
import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a customer ordered, and how far it is. Each of its invoices stands under the terms that were accepted with it.
 *
 * @param reference the number of the customer's purchase order; it stands on each invoice
 * @param issue whether the night issues what it bills
 * @param quote the quote that it was made of; null when it came without one
 * @param completedOn from this day all of it is delivered and billed; null until then
 * @param parts what is billed before, in the order in which it was agreed, without what was withdrawn
 */
public record Order(
        long id,
        Quote.Customer customer,
        String number,
        String title,
        @Nullable String reference,
        Currency currency,
        Quote.Agreed terms,
        Contract.Issue issue,
        LocalDate orderedOn,
        @Nullable Source quote,
        @Nullable LocalDate completedOn,
        List<Item> items,
        List<Part> parts) {

    public Order {
        items = List.copyOf(items);
        parts = List.copyOf(parts);
    }

    /** The quote that an order was made of. */
    public record Source(long id, String number) {}

    public Money net() {
        return Item.net(items, currency);
    }

    /** What all of it comes to for each tax, in the order of their names. */
    public Map<Tax, Money> netByTax() {
        return Item.netByTax(items, currency);
    }

    /** What is agreed to be billed before it is complete. */
    public Money planned() {
        return Part.sum(parts, currency);
    }

    /** Whether a part should have been reached by now and was not. */
    public boolean isLate(LocalDate today) {
        return completedOn == null
                && parts.stream()
                        .anyMatch(part ->
                                part.reached() == null && part.plannedOn().isBefore(today));
    }

    /** What its invoices have in common, and nothing else of the customer. */
    public String apart() {
        return "order " + number;
    }

    static String number(int year, int seq) {
        return String.format(Locale.ROOT, "O-%d-%04d", year, seq);
    }
}
