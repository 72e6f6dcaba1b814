package dev.dunwell.deals.web;

import dev.dunwell.deals.Item;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A line of a quote or an order.
 *
 * @param product its id; null when it was written freely
 * @param price of one, net
 */
record LineJson(
        long id,
        @Nullable Long product,
        String description,
        BigDecimal quantity,
        String unit,
        BigDecimal price,
        String tax,
        BigDecimal net) {

    static LineJson of(Item item, Currency currency) {
        return new LineJson(
                item.id(),
                item.productId(),
                item.description(),
                item.quantity(),
                item.unit(),
                item.unitPrice(),
                item.tax().toString(),
                item.net(currency).amount());
    }
}
