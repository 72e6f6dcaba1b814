package dev.dunwell.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a metric came to, and of what.
 *
 * @param number rounded to its unit; null where it is not defined
 * @param because why it is not: a division by nothing is no figure, and never zero
 * @param terms what went into it, so that it can be computed again by hand
 */
public record Value(@Nullable BigDecimal number, @Nullable String because, List<Term> terms) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** One figure that went into another. */
    public record Term(String name, BigDecimal value, Unit unit) {

        static Term money(String name, BigDecimal minor) {
            return new Term(name, minor, Unit.MONEY);
        }

        static Term days(long days) {
            return new Term("Days", BigDecimal.valueOf(days), Unit.COUNT);
        }
    }

    public Value {
        terms = List.copyOf(terms);
    }

    static Value of(BigDecimal number, Term... terms) {
        return new Value(number, null, List.of(terms));
    }

    static Value undefined(String because, Term... terms) {
        return new Value(null, because, List.of(terms));
    }

    /** The first term ÷ the second, in the unit; not defined where the second is not above zero. */
    static Value ratio(Unit unit, String because, Term part, Term whole) {
        BigDecimal factor = unit == Unit.PERCENT ? HUNDRED : BigDecimal.ONE;
        return quotient(unit, because, part.value.multiply(factor), whole.value, part, whole);
    }

    /** A part ÷ a whole, in the unit. */
    public static Value of(Unit unit, BigDecimal part, BigDecimal whole) {
        return ratio(unit, "there was nothing", Term.money("Part", part), Term.money("Whole", whole));
    }

    /** The first term ÷ the second × days. */
    static Value perDay(String because, Term part, Term whole, Term days) {
        return quotient(Unit.DAYS, because, part.value.multiply(days.value), whole.value, part, whole, days);
    }

    static Value quotient(Unit unit, String because, BigDecimal dividend, BigDecimal divisor, Term... terms) {
        return divisor.signum() <= 0
                ? undefined(because, terms)
                : of(dividend.divide(divisor, unit.decimals(), RoundingMode.HALF_UP), terms);
    }

    public boolean isDefined() {
        return number != null;
    }
}
