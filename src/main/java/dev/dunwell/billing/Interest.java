package dev.dunwell.billing;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.DayCount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;

/**
 * Simple interest on what is overdue, line by line (glossary, section 4): principal × rate per year × share of the
 * year.
 *
 * <p>A line ends where the rate, the principal or, for months started, the month changes. The lines are summed exactly
 * and the sum is rounded once, half-up, to the currency's minor units.
 *
 * @param through the last day that is covered; of months started the end of the last month begun
 */
public record Interest(List<Line> lines, Money total, LocalDate through) {

    private static final BigDecimal PERCENT_OF_YEAR = BigDecimal.valueOf(100 * DayCount.YEAR);
    private static final int SHOWN = 6;

    public Interest {
        lines = List.copyOf(lines);
    }

    /** What bears interest from a day on. */
    public record Step(LocalDate from, Money principal) {}

    /**
     * A stretch of days with one principal and one rate.
     *
     * @param from the first day counted, {@code until} the last
     * @param percentPerYear a monthly rate twelve times
     * @param days calendar days
     * @param yearParts what they make of a year, in parts of {@link DayCount#YEAR}
     */
    public record Line(
            LocalDate from, LocalDate until, Money principal, BigDecimal percentPerYear, long days, long yearParts) {

        /** The amount to six decimals, for people; the sum is made from the exact ones. */
        public BigDecimal exact() {
            return scaled().divide(PERCENT_OF_YEAR, SHOWN, RoundingMode.HALF_UP);
        }

        private BigDecimal scaled() {
            return principal.amount().multiply(percentPerYear).multiply(BigDecimal.valueOf(yearParts));
        }

        @Override
        public String toString() {
            return "%s to %s, %d days: %s at %s %% = %s"
                    .formatted(from, until, days, principal, percentPerYear.toPlainString(), exact().toPlainString());
        }
    }

    /**
     * @param principal what was overdue, from which day on, the earliest first; nothing before the first
     * @param from the first day to count
     * @param until the last day to count; before {@code from}: none
     */
    public static Interest of(List<Step> principal, InterestRule.Rates rule, LocalDate from, LocalDate until) {
        List<Line> lines = rule.dayCount() == DayCount.MONTH_STARTED
                ? months(principal, rule, from, until)
                : days(principal, rule, from, until);
        Currency currency = principal.getFirst().principal().currency();
        BigDecimal sum = lines.stream().map(Line::scaled).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Interest(lines, rounded(sum, currency), through(lines, until));
    }

    /** Divided once and exactly: the quotient is rounded to minor units and not before. */
    private static Money rounded(BigDecimal sum, Currency currency) {
        int digits = Math.max(currency.getDefaultFractionDigits(), 0);
        return Money.of(sum.divide(PERCENT_OF_YEAR, digits, RoundingMode.HALF_UP), currency);
    }

    private static LocalDate through(List<Line> lines, LocalDate until) {
        LocalDate last = lines.isEmpty() ? until : lines.getLast().until();
        return last.isAfter(until) ? last : until;
    }

    private static List<Line> days(List<Step> principal, InterestRule.Rates rule, LocalDate from, LocalDate until) {
        TreeSet<LocalDate> starts = new TreeSet<>(List.of(from));
        principal.forEach(step -> starts.add(step.from));
        rule.rates().forEach(rate -> starts.add(rate.from()));
        List<Line> lines = new ArrayList<>();
        for (LocalDate start : starts.tailSet(from, true)) {
            LocalDate next = starts.higher(start);
            LocalDate end = next == null || next.isAfter(until) ? until : next.minusDays(1);
            Money overdue = on(principal, start);
            if (!start.isAfter(until) && overdue.isPositive()) {
                lines.add(new Line(
                        start,
                        end,
                        overdue,
                        rule.on(start),
                        ChronoUnit.DAYS.between(start, end) + 1,
                        rule.dayCount().parts(start, end)));
            }
        }
        return lines;
    }

    /** Each month begun counts in full, on what is overdue on its first day. */
    private static List<Line> months(List<Step> principal, InterestRule.Rates rule, LocalDate from, LocalDate until) {
        List<Line> lines = new ArrayList<>();
        int month = 0;
        for (LocalDate start = rule.startedOn(); !start.isAfter(until); start = monthAfter(rule.startedOn(), month)) {
            month++;
            LocalDate end = monthAfter(rule.startedOn(), month).minusDays(1);
            Money overdue = on(principal, start);
            if (!start.isBefore(from) && overdue.isPositive()) {
                long days = ChronoUnit.DAYS.between(start, end) + 1;
                lines.add(new Line(start, end, overdue, rule.on(start), days, DayCount.YEAR / 12));
            }
        }
        return lines;
    }

    /** The day on which the n-th month after a day begins; after the 31st it is the 1st where there is none. */
    private static LocalDate monthAfter(LocalDate day, int months) {
        LocalDate same = day.plusMonths(months);
        return same.getDayOfMonth() < day.getDayOfMonth() ? same.plusDays(1) : same;
    }

    private static Money on(List<Step> principal, LocalDate day) {
        Money nothing = Money.zero(principal.getFirst().principal().currency());
        return principal.stream()
                .filter(step -> !step.from.isAfter(day))
                .reduce((_, later) -> later)
                .map(Step::principal)
                .orElse(nothing);
    }
}
