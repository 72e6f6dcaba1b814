package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares an amount out by weights so that the parts sum to it: what rounding down leaves goes to the largest
 * remainders.
 */
final class LargestRemainder {

    private static final int EXACT = 20;

    private LargestRemainder() {}

    /**
     * @param amount not below zero
     * @param weights above zero; they need not sum to 100
     */
    static List<Money> split(Money amount, List<BigDecimal> weights) {
        BigDecimal whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Long> parts = new ArrayList<>();
        List<BigDecimal> remainders = new ArrayList<>();
        for (BigDecimal weight : weights) {
            BigDecimal exact =
                    BigDecimal.valueOf(amount.minor()).multiply(weight).divide(whole, EXACT, RoundingMode.DOWN);
            BigDecimal floor = exact.setScale(0, RoundingMode.DOWN);
            parts.add(floor.longValueExact());
            remainders.add(exact.subtract(floor));
        }
        long missing =
                amount.minor() - parts.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(missing)
                .forEach(i -> parts.set(i, parts.get(i) + 1));
        return parts.stream().map(part -> new Money(part, amount.currency())).toList();
    }
}
