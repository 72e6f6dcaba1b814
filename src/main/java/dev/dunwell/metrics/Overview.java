package dev.dunwell.metrics;

import dev.dunwell.foresight.Forecasts.Week;
import dev.dunwell.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The book as a whole, in one currency, on one screen or one sheet of paper.
 *
 * @param knownAt from which moment's knowledge; null: all that is known now
 * @param currencies in which anything ever was
 * @param measures by code, each as of the day, of a week before and of the month ends before
 * @param ages the month ends of a year and the day, by days past due
 * @param bridge what the receivables of a week before became
 * @param movers whose accounts changed most in that week; empty for a past day, like {@code risks}
 * @param forecast expected receipts by week
 */
public record Overview(
        LocalDate asOf,
        @Nullable Instant knownAt,
        Currency currency,
        List<Currency> currencies,
        Map<String, Figure> measures,
        List<Standing> ages,
        List<Step> bridge,
        List<Movers.Mover> movers,
        List<Movers.Risk> risks,
        List<Week> forecast) {

    /** A measure as of the day, of seven days before, and of the month ends before, the earliest first. */
    public record Figure(Metric metric, Value now, Value weekBefore, List<Value> monthEnds) {}

    /**
     * A line of the bridge: at both ends what is owed, between them what changed it.
     *
     * @param rows where the rows of the figure stand
     */
    public record Step(String name, Money amount, boolean isTotal, String rows) {}

    public Figure of(String code) {
        Figure figure = measures.get(code);
        if (figure == null) {
            throw new IllegalArgumentException("The overview has no " + code);
        }
        return figure;
    }
}
