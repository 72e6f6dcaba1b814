package dev.dunwell.deals;

import dev.dunwell.agreements.Tax;
import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an order's net amount is shared out over its parts, and a part's over the taxes of the order. Pure, and exact: it
 * is the running sum that is rounded, half-up, never a part by itself, so parts that make a whole sum to it to the
 * cent.
 */
public final class Parts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Parts() {}

    /** What is agreed for a part: a share in percent of the order, or an amount. */
    public record Share(
            @Nullable BigDecimal percent, @Nullable Money amount) {}

    /**
     * What a further part comes to, net.
     *
     * @param net all of the order
     * @param before the parts that were agreed already
     */
    static Money amount(Money net, List<Part> before, Share share) {
        if (share.amount != null) {
            return share.amount;
        }
        BigDecimal percent = share.percent == null ? BigDecimal.ZERO : share.percent;
        BigDecimal so = before.stream()
                .map(Part::percent)
                .map(each -> each == null ? BigDecimal.ZERO : each)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return percentOf(net, so.add(percent)).minus(percentOf(net, so));
    }

    private static Money percentOf(Money net, BigDecimal percent) {
        return Money.halfUp(net.amount().multiply(percent).divide(HUNDRED), net.currency());
    }

    /**
     * A part's amount for each tax, in the proportion in which all of the order has them.
     *
     * @param whole what all of the order comes to for each tax; its sum is above zero
     * @param before the amounts of the parts agreed before this one
     * @param part this one's amount
     * @return without taxes that get nothing of it
     */
    static Map<Tax, Money> byTax(Map<Tax, Money> whole, Money before, Money part) {
        Map<Tax, Money> upTo = runningSum(whole, before.plus(part));
        Map<Tax, Money> earlier = runningSum(whole, before);
        Map<Tax, Money> shares = new LinkedHashMap<>();
        upTo.forEach((tax, sum) -> {
            Money share = sum.minus(earlier.getOrDefault(tax, Money.zero(sum.currency())));
            if (!share.isZero()) {
                shares.put(tax, share);
            }
        });
        return shares;
    }

    /** The last tax gets what the others leave. */
    private static Map<Tax, Money> runningSum(Map<Tax, Money> whole, Money sum) {
        Money net = whole.values().stream().reduce(Money::plus).orElseThrow();
        List<Tax> taxes = new ArrayList<>(whole.keySet());
        Map<Tax, Money> shares = new LinkedHashMap<>();
        Money left = sum;
        for (Tax tax : taxes) {
            Money share = tax.equals(taxes.getLast()) ? left : share(sum, whole.getOrDefault(tax, net), net);
            shares.put(tax, share);
            left = left.minus(share);
        }
        return shares;
    }

    private static Money share(Money sum, Money of, Money net) {
        BigDecimal minor = BigDecimal.valueOf(sum.minor())
                .multiply(BigDecimal.valueOf(of.minor()))
                .divide(BigDecimal.valueOf(net.minor()), 0, RoundingMode.HALF_UP);
        return new Money(minor.longValueExact(), sum.currency());
    }
}
