package dev.dunwell.agreements;

import static java.math.RoundingMode.HALF_UP;

import dev.dunwell.agreements.RecurringLine.Proration;
import dev.dunwell.agreements.RecurringLine.Timing;
import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which periods of a line are to be billed. Pure: the same line and day always give the same periods, however often and
 * how late it is asked, so a night that was missed is made up for by the next.
 *
 * <p>By day, a period costs the quantity times the average of each day's price over all days of the period, pauses and
 * days outside the term at nothing; rounded once, half-up, to the currency's minor units. Whole, it costs the price of
 * its first delivered day, unless all of it is paused.
 */
public final class Billing {

    private Billing() {}

    /**
     * What is to be billed by a day and is not billed yet.
     *
     * @param today the day it is where the contract counts its days
     * @return in the order of the periods; a period without a delivered day is left out
     */
    public static List<DuePeriod> due(RecurringLine line, LocalDate today) {
        return upTo(line, today).stream()
                .filter(due -> !due.billOn().isAfter(today))
                .toList();
    }

    /** What comes next, whether it may be billed already or not: periods that begin until a day. */
    public static List<DuePeriod> upTo(RecurringLine line, LocalDate day) {
        List<Span> periods = line.recurrence().before(day.plusDays(1));
        LocalDate horizon =
                periods.isEmpty() ? day.plusDays(1) : periods.getLast().until();
        Span term = line.term()
                .span(
                        horizon.isAfter(line.term().firstDay())
                                ? horizon
                                : line.term().firstDay());
        List<UnitPrice> prices = prices(line, horizon);
        List<DuePeriod> all = new ArrayList<>();
        for (Span period : periods) {
            Span delivered = period.within(term);
            if (delivered != null && !delivered.from().isBefore(line.billedUntil())) {
                due(line, prices, period, delivered).ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<DuePeriod> due(RecurringLine line, List<UnitPrice> prices, Span period, Span delivered) {
        List<Span> days = withoutPauses(delivered, line.pauses());
        if (days.isEmpty()) {
            return Optional.empty();
        }
        boolean isWhole = line.way().proration() == Proration.WHOLE;
        long count =
                isWhole ? period.days() : days.stream().mapToLong(Span::days).sum();
        BigDecimal first = at(prices, days.getFirst().from());
        Money amount = isWhole ? price(line.item(), first, 1) : price(line.item(), sum(prices, days), period.days());
        LocalDate billOn = line.way().timing() == Timing.IN_ADVANCE ? delivered.from() : delivered.until();
        return Optional.of(new DuePeriod(
                line.id(), period, delivered, count, billOn, isWhole ? first : single(prices, days, period), amount));
    }

    private static List<UnitPrice> prices(RecurringLine line, LocalDate until) {
        return line.indexation() == null
                ? line.prices().stream()
                        .sorted(Comparator.comparing(UnitPrice::from))
                        .toList()
                : line.indexation().stepped(line.prices(), until);
    }

    /** The days that are left of some when every pause is taken out. */
    private static List<Span> withoutPauses(Span days, List<Span> pauses) {
        List<Span> left = new ArrayList<>();
        LocalDate from = days.from();
        for (Span pause :
                pauses.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            Span out = pause.within(days);
            if (out != null && out.until().isAfter(from)) {
                if (out.from().isAfter(from)) {
                    left.add(new Span(from, out.from()));
                }
                from = out.until();
            }
        }
        if (from.isBefore(days.until())) {
            left.add(new Span(from, days.until()));
        }
        return left;
    }

    /** The sum of each delivered day's price. */
    private static BigDecimal sum(List<UnitPrice> prices, List<Span> delivered) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < prices.size(); i++) {
            LocalDate from = i == 0 ? LocalDate.MIN : prices.get(i).from();
            LocalDate until = i + 1 < prices.size() ? prices.get(i + 1).from() : LocalDate.MAX;
            Span inForce = new Span(from, until);
            long days = delivered.stream().mapToLong(inForce::daysWithin).sum();
            sum = sum.add(prices.get(i).amount().multiply(BigDecimal.valueOf(days)));
        }
        return sum;
    }

    private static Money price(RecurringLine.Item item, BigDecimal sum, long days) {
        int decimals = item.currency().getDefaultFractionDigits();
        BigDecimal amount = item.quantity().multiply(sum).divide(BigDecimal.valueOf(days), decimals, HALF_UP);
        return Money.of(amount, item.currency());
    }

    private static BigDecimal at(List<UnitPrice> prices, LocalDate day) {
        return prices.stream()
                .filter(price -> !price.from().isAfter(day))
                .reduce((_, later) -> later)
                .orElse(prices.getFirst())
                .amount();
    }

    private static @Nullable BigDecimal single(List<UnitPrice> prices, List<Span> delivered, Span period) {
        boolean isWhole = delivered.size() == 1 && delivered.getFirst().equals(period);
        BigDecimal first = at(prices, period.from());
        boolean isOne = prices.stream()
                .filter(price -> price.from().isAfter(period.from()))
                .filter(price -> price.from().isBefore(period.until()))
                .allMatch(price -> price.amount().compareTo(first) == 0);
        return isWhole && isOne ? first : null;
    }
}
