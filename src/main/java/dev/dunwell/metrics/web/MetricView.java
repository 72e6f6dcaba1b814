package dev.dunwell.metrics.web;

import dev.dunwell.ledger.AsOf;
import dev.dunwell.metrics.Figures;
import dev.dunwell.metrics.Measure.Line;
import dev.dunwell.metrics.Measure.Point;
import dev.dunwell.metrics.Metric;
import dev.dunwell.metrics.Scopes.Collector;
import dev.dunwell.metrics.Value;
import dev.dunwell.web.Show;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric over time.
 *
 * @param query the day and whose figures they are, for links, beginning with a question mark
 */
public record MetricView(
        Metric metric,
        AsOf asOf,
        MetricAskedText asked,
        String query,
        List<Block> blocks,
        List<String> segments,
        List<Collector> collectors) {

    /** What was typed. */
    public record MetricAskedText(String customer, String segment, String collector, String stage) {}

    /**
     * One currency.
     *
     * @param chart null where there is one point only
     * @param rows where the rows of the latest point stand
     */
    public record Block(Line line, @Nullable LineChart chart, String rows) {

        public String name() {
            Currency currency = line.currency();
            return currency == null ? "All" : currency.getCurrencyCode();
        }
    }

    static Block block(Metric metric, Line line, String rows, Show show) {
        return new Block(line, line.points().size() < 2 ? null : chart(metric, line, show), rows);
    }

    private static LineChart chart(Metric metric, Line line, Show show) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Point point : line.points()) {
            values.add(MetricJson.number(metric.unit(), point.value().number(), line.currency()));
            texts.add(show.dayText(point.to()) + ": "
                    + Figures.text(show, metric.unit(), point.value(), line.currency()));
        }
        return LineChart.of(
                line.points().stream()
                        .map(point -> FiguresView.month(point.to()))
                        .toList(),
                List.of(new LineChart.Series(metric.name(), "ln", values, texts)),
                show);
    }

    public String text(Show show, Block block, Value value) {
        return Figures.text(show, metric.unit(), value, block.line.currency());
    }

    public String text(Show show, Block block, Value.Term term) {
        return Figures.text(show, term.unit(), term.value(), block.line.currency());
    }
}
