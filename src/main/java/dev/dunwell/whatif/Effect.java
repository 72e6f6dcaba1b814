package dev.dunwell.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By how many days two groups of customers differ in days to pay, and how sure that is. Pure.
 *
 * <p>The unit is the customer, who was put into its group by chance, not the invoice: invoices of one customer are not
 * independent. Difference of the means; 95 % interval by Welch (1947): ± t × √(s₁² ÷ n₁ + s₂² ÷ n₂) with the degrees of
 * freedom of Welch and Satterthwaite, rounded down.
 *
 * @param treated and held what is known of each group
 * @param difference treated − held in days; negative: they pay sooner
 * @param margin half of the interval; null where a group has fewer than two customers
 * @param freedom degrees of freedom
 * @param quantile of Student's t, 97.5 %
 */
public record Effect(
        Group treated,
        Group held,
        BigDecimal difference,
        @Nullable BigDecimal margin,
        int freedom,
        BigDecimal quantile) {

    private static final MathContext EXACT = MathContext.DECIMAL64;

    /** Student's t, 97.5 %, by degrees of freedom; between two of them the smaller counts. */
    private static final int[] FREEDOM = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 25, 30, 40, 60, 120, 1000
    };

    private static final String[] QUANTILES = {
        "12.706", "4.303", "3.182", "2.776", "2.571", "2.447", "2.365", "2.306", "2.262", "2.228", "2.201", "2.179",
        "2.160", "2.145", "2.131", "2.120", "2.110", "2.101", "2.093", "2.086", "2.060", "2.042", "2.021", "2.000",
        "1.980", "1.962"
    };

    /**
     * Customers with an invoice since the beginning.
     *
     * @param mean of their own mean days to pay
     * @param variance of these, by n − 1
     */
    public record Group(int customers, BigDecimal mean, BigDecimal variance) {

        static Group of(List<BigDecimal> days) {
            int n = days.size();
            if (n == 0) {
                return new Group(0, BigDecimal.ZERO, BigDecimal.ZERO);
            }
            BigDecimal mean =
                    days.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(n), EXACT);
            BigDecimal squares =
                    days.stream().map(each -> each.subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
            return new Group(n, mean, n == 1 ? BigDecimal.ZERO : squares.divide(BigDecimal.valueOf(n - 1L), EXACT));
        }

        /** The variance of the mean. */
        BigDecimal ofMean() {
            return variance.divide(BigDecimal.valueOf(customers), EXACT);
        }
    }

    /** @param treated and held the mean days to pay of each customer; null where a group is empty */
    public static @Nullable Effect of(List<BigDecimal> treated, List<BigDecimal> held) {
        Group one = Group.of(treated);
        Group other = Group.of(held);
        if (one.customers == 0 || other.customers == 0) {
            return null;
        }
        BigDecimal difference = one.mean.subtract(other.mean).setScale(2, RoundingMode.HALF_UP);
        if (one.customers < 2 || other.customers < 2) {
            return new Effect(one, other, difference, null, 0, BigDecimal.ZERO);
        }
        int freedom = freedom(one, other);
        BigDecimal quantile = quantile(freedom);
        BigDecimal margin = one.ofMean().add(other.ofMean()).sqrt(EXACT).multiply(quantile);
        return new Effect(one, other, difference, margin.setScale(2, RoundingMode.HALF_UP), freedom, quantile);
    }

    /** Whether zero lies outside the interval. */
    public boolean isCertain() {
        return margin != null && difference.abs().compareTo(margin) > 0;
    }

    /** What it comes to, as one sentence. */
    public String sentence() {
        String days = difference.abs().toPlainString() + " days " + (difference.signum() <= 0 ? "sooner" : "later");
        if (margin == null) {
            return "Paid " + days + ", but with fewer than two customers in a group nothing can be said of chance.";
        }
        return isCertain()
                ? "Paid %s than those left as they were, give or take %s: more than chance.".formatted(days, margin)
                : "Paid %s than those left as they were, give or take %s: chance alone could do that."
                        .formatted(days, margin);
    }

    private static int freedom(Group one, Group other) {
        BigDecimal both = one.ofMean().add(other.ofMean());
        BigDecimal below = one.ofMean()
                .pow(2)
                .divide(BigDecimal.valueOf(one.customers - 1L), EXACT)
                .add(other.ofMean().pow(2).divide(BigDecimal.valueOf(other.customers - 1L), EXACT));
        return below.signum() == 0
                ? one.customers + other.customers - 2
                : both.pow(2).divide(below, 6, RoundingMode.HALF_UP).intValue();
    }

    private static BigDecimal quantile(int freedom) {
        int at = 0;
        while (at + 1 < FREEDOM.length && FREEDOM[at + 1] <= freedom) {
            at++;
        }
        return new BigDecimal(QUANTILES[at]);
    }
}
