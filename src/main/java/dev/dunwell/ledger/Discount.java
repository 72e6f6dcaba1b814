package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an early payment may take off an invoice, and until when (glossary, section 4).
 *
 * <p>The base is the gross amount of the invoice; a discount is rounded once, half-up, to the currency's minor units. A
 * day counts as in time up to and including {@code until}, the last day of the step with the days of grace added.
 *
 * @param amount off the gross amount
 * @param lastDay as the terms say it
 * @param until with the grace that is not told to the payer
 */
public record Discount(DiscountStep step, Money amount, LocalDate lastDay, LocalDate until) {

    private static final int PERCENT = 2;

    /** What each step offers on a bill, the earliest first. */
    public static List<Discount> offered(List<DiscountStep> steps, int graceDays, Invoice.Bill bill) {
        return steps.stream()
                .sorted(Comparator.comparing(DiscountStep::days))
                .map(step -> of(step, graceDays, bill))
                .toList();
    }

    /** Whether a payment of an invoice on a day earns a discount by the terms it was issued under. */
    public static Outcome due(Conditions terms, Invoice invoice, LocalDate paidOn) {
        return due(terms.discounts(), terms.discountGraceDays(), invoice.bill(), paidOn);
    }

    /**
     * Whether a payment on a day earns a discount.
     *
     * @param steps in any order; the best one whose window holds the day counts
     * @param paidOn the day on which the money is effective
     */
    public static Outcome due(List<DiscountStep> steps, int graceDays, Invoice.Bill bill, LocalDate paidOn) {
        List<Discount> offered = offered(steps, graceDays, bill);
        Comparator<Discount> byAmount = Comparator.comparing(Discount::amount);
        Optional<Discount> best = offered.stream().max(byAmount);
        Optional<Discount> inTime = offered.stream()
                .filter(discount -> !paidOn.isAfter(discount.until))
                .max(byAmount);
        Money nothing = Money.zero(bill.amount().currency());
        Money earned = inTime.map(Discount::amount).orElse(nothing);
        Money most = best.map(Discount::amount).orElse(nothing);
        LocalDate until = inTime.or(() -> best).map(Discount::until).orElse(null);
        return new Outcome(earned, most.minus(earned), until);
    }

    /**
     * What a payment may take off.
     *
     * @param earned taken within its window; zero when the day is too late or nothing was offered
     * @param unearned what a payer who takes the best step all the same takes too much
     * @param until the last day for what was earned, else the last day of what was missed; null when nothing was
     *     offered
     */
    public record Outcome(
            Money earned, Money unearned, @Nullable LocalDate until) {

        public boolean isEarned() {
            return earned.isPositive();
        }
    }

    private static Discount of(DiscountStep step, int graceDays, Invoice.Bill bill) {
        BigDecimal exact = bill.amount().amount().multiply(step.percent()).movePointLeft(PERCENT);
        LocalDate lastDay = bill.issuedOn().plusDays(step.days());
        return new Discount(step, Money.halfUp(exact, bill.amount().currency()), lastDay, lastDay.plusDays(graceDays));
    }
}
