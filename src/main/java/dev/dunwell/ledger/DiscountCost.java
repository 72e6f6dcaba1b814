package dev.dunwell.ledger;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What it costs a customer a year not to take an early-payment discount (glossary, section 4). With d as a fraction and
 * the payment moved from day D to day N:
 *
 * <ul>
 *   <li>simple: d / (1 − d) × 365 / (N − D)
 *   <li>effective: (1 + d / (1 − d)) ^ (365 / (N − D)) − 1, compounded as often as the discount could be taken
 * </ul>
 *
 * @param simplePercent per year, two decimals, half-up
 * @param effectivePercent per year, two decimals, half-up
 */
public record DiscountCost(BigDecimal simplePercent, BigDecimal effectivePercent) {

    private static final MathContext EXACT = new MathContext(40);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int YEAR = 365;

    /**
     * @param step the discount and its last day
     * @param dueDays the day of payment in full; after the step's
     */
    public static DiscountCost of(DiscountStep step, long dueDays) {
        int days = Math.toIntExact(dueDays - step.days());
        if (days <= 0) {
            throw new IllegalArgumentException("The discount must end before the due date.");
        }
        BigDecimal d = step.percent().divide(HUNDRED, EXACT);
        BigDecimal perPeriod = d.divide(BigDecimal.ONE.subtract(d), EXACT);
        BigDecimal simple = perPeriod.multiply(BigDecimal.valueOf(YEAR)).divide(BigDecimal.valueOf(days), EXACT);
        BigDecimal growth = BigDecimal.ONE.add(perPeriod);
        BigDecimal above = growth.pow(YEAR / days + 1, EXACT);
        BigDecimal effective = root(growth.pow(YEAR, EXACT), days, above).subtract(BigDecimal.ONE);
        return new DiscountCost(percent(simple), percent(effective));
    }

    /** The n-th root of a number from 1 on, by Newton's method from above, which only ever falls. */
    private static BigDecimal root(BigDecimal number, int n, BigDecimal above) {
        BigDecimal guess = above;
        BigDecimal better = next(guess, number, n);
        while (better.compareTo(guess) < 0) {
            guess = better;
            better = next(guess, number, n);
        }
        return guess;
    }

    private static BigDecimal next(BigDecimal guess, BigDecimal number, int n) {
        BigDecimal rest = number.divide(guess.pow(n - 1, EXACT), EXACT);
        return guess.multiply(BigDecimal.valueOf(n - 1L)).add(rest).divide(BigDecimal.valueOf(n), EXACT);
    }

    private static BigDecimal percent(BigDecimal fraction) {
        return fraction.multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP);
    }
}
