package dev.dunwell.kernel;

import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A total over several currencies: one amount for each, never added together. Zero amounts are left out. */
public final class MoneyBag {

    private final Map<String, Money> amounts;

    private MoneyBag(Map<String, Money> amounts) {
        this.amounts = amounts;
    }

    public static MoneyBag of(Collection<Money> parts) {
        Map<String, Money> sums = new TreeMap<>();
        for (Money part : parts) {
            sums.merge(part.currency().getCurrencyCode(), part, Money::plus);
        }
        sums.values().removeIf(Money::isZero);
        return new MoneyBag(sums);
    }

    public Money in(Currency currency) {
        return amounts.getOrDefault(currency.getCurrencyCode(), Money.zero(currency));
    }

    /** The amounts in the order of their currency codes. */
    public List<Money> amounts() {
        return List.copyOf(amounts.values());
    }

    public boolean isEmpty() {
        return amounts.isEmpty();
    }

    @Override
    public String toString() {
        return String.join(" + ", amounts.values().stream().map(Money::toString).toList());
    }
}
