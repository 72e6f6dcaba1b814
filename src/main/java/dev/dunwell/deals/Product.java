package dev.dunwell.deals;

import dev.dunwell.agreements.Tax;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is sold: goods or a service.
 *
 * @param category what sort of thing it is; empty when nobody said
 * @param withdrawnOn from this day on nobody sells it any more
 * @param prices by currency, the latest first
 */
public record Product(
        long id,
        String number,
        String name,
        String category,
        String unit,
        Tax tax,
        @Nullable LocalDate withdrawnOn,
        List<Price> prices) {

    public Product {
        prices = List.copyOf(prices);
    }

    /**
     * What one costs from a day on.
     *
     * @param amount net, in major units
     */
    public record Price(Currency currency, LocalDate from, BigDecimal amount) {}

    /** What one costs on a day; empty when it is not sold in that currency yet. */
    public Optional<BigDecimal> price(Currency currency, LocalDate on) {
        return prices.stream()
                .filter(price -> price.currency.equals(currency) && !price.from.isAfter(on))
                .map(Price::amount)
                .findFirst();
    }

    /** What one costs on a day, in each currency. */
    public List<Price> current(LocalDate on) {
        return prices.stream()
                .filter(price -> !price.from.isAfter(on))
                .filter(price -> prices.stream()
                        .noneMatch(other -> other.currency.equals(price.currency)
                                && !other.from.isAfter(on)
                                && other.from.isAfter(price.from)))
                .toList();
    }

    public boolean isSold(LocalDate on) {
        return withdrawnOn == null || on.isBefore(withdrawnOn);
    }
}
