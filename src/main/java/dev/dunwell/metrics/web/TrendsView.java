package dev.dunwell.metrics.web;

import dev.dunwell.ledger.AsOf;
import dev.dunwell.metrics.Scopes.Collector;
import java.util.Currency;
import java.util.List;

/** Pictures over time in one currency. */
public record TrendsView(
        AsOf asOf,
        MetricView.MetricAskedText asked,
        Currency currency,
        List<Currency> currencies,
        Ages ages,
        Lines dso,
        Lines cohorts,
        HeatMap rhythm,
        List<String> segments,
        List<Collector> collectors) {

    /** Months whose billing is followed. */
    static final int COHORTS = 12;

    /** A picture of stacked bars and the table it is drawn from; the heads are those of the columns. */
    public record Ages(StackChart chart, List<String> heads, List<Line> lines) {}

    /** A picture of lines and the table it is drawn from. */
    public record Lines(LineChart chart, List<String> heads, List<Line> lines) {}

    /** A row of a table, as it is read. */
    public record Line(String name, List<String> cells) {}
}
