package dev.dunwell.metrics.web;

import dev.dunwell.metrics.CaseRows;
import dev.dunwell.metrics.CaseRows.Cut;
import dev.dunwell.metrics.CaseRows.Row;
import dev.dunwell.metrics.CaseRows.Sum;
import dev.dunwell.metrics.Figures;
import dev.dunwell.metrics.Metric;
import dev.dunwell.metrics.Unit;
import dev.dunwell.metrics.Value;
import dev.dunwell.web.Show;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows behind a metric.
 *
 * @param query all but how they are parted, for links, beginning with a question mark
 * @param totals of all rows, one for each currency
 * @param parts the same parted
 * @param isCut whether there are more rows than are shown
 */
public record RowsView(
        Metric metric,
        CaseRows.Asked asked,
        String query,
        Cut cut,
        List<Sum> totals,
        List<Sum> parts,
        List<Row> rows,
        boolean isCut) {

    /** Amounts in units of their currency, numbers as they are. */
    static BigDecimal number(BigDecimal value, @Nullable Currency currency) {
        return currency == null ? value : value.movePointLeft(currency.getDefaultFractionDigits());
    }

    public String text(Show show, BigDecimal value, @Nullable Currency currency) {
        return Figures.plain(show, currency == null ? Unit.COUNT : Unit.MONEY, value, currency);
    }

    /** What a part comes to; empty for plain sums. */
    public String value(Show show, Sum sum) {
        return isFraction()
                ? Figures.text(show, metric.unit(), Value.of(metric.unit(), sum.part(), sum.whole()), sum.currency())
                : "";
    }

    public boolean isFraction() {
        return metric.unit() == Unit.PERCENT || metric.unit() == Unit.DAYS;
    }

    public static String code(@Nullable Currency currency) {
        return currency == null ? "" : currency.getCurrencyCode();
    }
}
