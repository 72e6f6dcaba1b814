package dev.dunwell.metrics.web;

import dev.dunwell.metrics.Metric;
import dev.dunwell.metrics.Unit;
import dev.dunwell.metrics.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A metric for programs. Amounts are in units of the currency, not in minor ones.
 *
 * @param address where it has a page of its own, else null
 */
record MetricJson(
        String code,
        String name,
        String family,
        String unit,
        String better,
        int months,
        String formula,
        String inputs,
        @Nullable String address) {

    static MetricJson of(Metric metric) {
        return new MetricJson(
                metric.code(),
                metric.name(),
                metric.family().title(),
                metric.unit().name().toLowerCase(Locale.ROOT),
                metric.better().name().toLowerCase(Locale.ROOT),
                metric.months(),
                metric.formula(),
                metric.inputs(),
                metric.source() instanceof Metric.Elsewhere it ? it.address() : null);
    }

    /** @param undefined why there is no value, else null */
    record Point(
            LocalDate from,
            LocalDate to,
            @Nullable BigDecimal value,
            @Nullable String undefined,
            List<Term> terms) {

        static Point of(LocalDate from, LocalDate to, Value value, Unit unit, @Nullable Currency currency) {
            return new Point(
                    from,
                    to,
                    number(unit, value.number(), currency),
                    value.because(),
                    value.terms().stream()
                            .map(term -> new Term(term.name(), number(term.unit(), term.value(), currency)))
                            .toList());
        }
    }

    record Term(String name, @Nullable BigDecimal value) {}

    /** Minor units of money become its units; all else stays as it is. */
    static @Nullable BigDecimal number(Unit unit, @Nullable BigDecimal number, @Nullable Currency currency) {
        return number == null || unit != Unit.MONEY || currency == null
                ? number
                : number.movePointLeft(currency.getDefaultFractionDigits());
    }
}
