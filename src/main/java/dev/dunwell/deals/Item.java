package dev.dunwell.deals;

import dev.dunwell.agreements.Tax;
import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A line of a quote or an order.
 *
 * @param id zero while it is not written down
 * @param productId null when it was written freely
 * @param unitPrice net, in major units; below zero for what is taken off
 */
public record Item(
        long id,
        @Nullable Long productId,
        String description,
        BigDecimal quantity,
        String unit,
        BigDecimal unitPrice,
        Tax tax) {

    /** Quantity times price, rounded half-up. */
    public Money net(Currency currency) {
        return Money.halfUp(quantity.multiply(unitPrice), currency);
    }

    /** What they come to for each tax, in the order of their names. */
    static Map<Tax, Money> netByTax(List<Item> items, Currency currency) {
        Map<Tax, Money> sums = new TreeMap<>(Comparator.comparing(Tax::toString));
        items.forEach(item -> sums.merge(item.tax(), item.net(currency), Money::plus));
        return sums;
    }

    static Money net(List<Item> items, Currency currency) {
        return items.stream().map(item -> item.net(currency)).reduce(Money.zero(currency), Money::plus);
    }
}
