package dev.dunwell.metrics.web;

import dev.dunwell.metrics.Figures;
import dev.dunwell.metrics.Metric;
import dev.dunwell.metrics.Overview;
import dev.dunwell.metrics.Overview.Figure;
import dev.dunwell.metrics.Unit;
import dev.dunwell.web.Show;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One measure at a glance.
 *
 * @param figure without its unit; {@code mark} the unit beside it, small
 * @param opens the address of its page
 * @param change against a week before, in words; empty where there is nothing to compare
 * @param tone good, bad or muted
 * @param isRising null where it stayed as it was
 * @param line the points of a small picture; {@code other} of what it is compared with
 */
public record Tile(
        String name,
        String figure,
        String mark,
        String opens,
        String formula,
        String change,
        String tone,
        @Nullable Boolean isRising,
        String line,
        String other) {

    static Tile of(Overview overview, String code, Show show, String query) {
        Figure it = overview.of(code);
        BigDecimal number = it.now().number();
        BigDecimal change = change(it);
        return new Tile(
                it.metric().name(),
                number == null
                        ? Figures.UNDEFINED
                        : Figures.plain(show, it.metric().unit(), number, overview.currency()),
                number == null ? "" : Figures.mark(it.metric().unit(), overview.currency()),
                "/figures/metrics/" + code + query,
                it.now().because() == null
                        ? it.metric().formula()
                        : "not defined: " + it.now().because(),
                words(it.metric(), change, overview, show),
                tone(it.metric(), change),
                change == null || change.signum() == 0 ? null : change.signum() > 0,
                Spark.points(it.monthEnds(), List.of()),
                "");
    }

    /** The same beside another measure, in one picture. */
    Tile beside(Overview overview, String code, String words) {
        Figure it = overview.of(code);
        Figure own = overview.measures().values().stream()
                .filter(each -> each.metric().name().equals(name))
                .findFirst()
                .orElse(it);
        return new Tile(
                name,
                figure,
                mark,
                opens,
                formula,
                words,
                tone,
                null,
                Spark.points(own.monthEnds(), it.monthEnds()),
                Spark.points(it.monthEnds(), own.monthEnds()));
    }

    private static @Nullable BigDecimal change(Figure figure) {
        BigDecimal now = figure.now().number();
        BigDecimal before = figure.weekBefore().number();
        return now == null || before == null ? null : now.subtract(before);
    }

    private static String words(Metric metric, @Nullable BigDecimal change, Overview overview, Show show) {
        if (change == null) {
            return "";
        } else if (change.signum() == 0) {
            return "as a week before";
        }
        String size = Figures.plain(show, metric.unit(), change.abs(), overview.currency());
        String by = metric.unit() == Unit.PERCENT ? size + " points" : size;
        String way = metric.better() == Metric.Better.NEITHER
                ? change.signum() > 0 ? "more" : "less"
                : isGood(metric, change) ? "better" : "worse";
        return by + " " + way + " than a week before";
    }

    private static String tone(Metric metric, @Nullable BigDecimal change) {
        return change == null || change.signum() == 0 || metric.better() == Metric.Better.NEITHER
                ? "muted"
                : isGood(metric, change) ? "good" : "bad";
    }

    private static boolean isGood(Metric metric, BigDecimal change) {
        return change.signum() > 0 == (metric.better() == Metric.Better.MORE);
    }
}
