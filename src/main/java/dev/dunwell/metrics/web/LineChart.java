package dev.dunwell.metrics.web;

import dev.dunwell.web.Show;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lines over time, in the units of a drawing 640 wide and 212 high.
 *
 * @param counted in what the levels are counted, {@code thousand}
 * @param band the points around a range, empty without one
 */
public record LineChart(List<Scale.Level> levels, List<Tick> ticks, List<Stroke> strokes, String band, String counted) {

    private static final int MOST_TICKS = 13;

    /** A name under the axis. */
    public record Tick(int x, String text) {}

    /** One line; where there is no value it has a gap. */
    public record Stroke(String name, String style, List<String> runs, List<Dot> dots) {}

    /** A point with what it says when pointed at. */
    public record Dot(int x, int y, String text) {}

    /** The values of one line, null where there is none, each with its words. */
    record Series(String name, String style, List<@Nullable BigDecimal> values, List<String> texts) {}

    static LineChart of(List<String> names, List<Series> series, Show show) {
        BigDecimal highest = values(series).max(Comparator.naturalOrder()).orElse(BigDecimal.ONE);
        BigDecimal lowest = values(series).min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        Scale scale = Scale.of(lowest.min(BigDecimal.ZERO), highest);
        return new LineChart(
                scale.levels(show),
                ticks(names),
                series.stream().map(each -> stroke(each, scale)).toList(),
                "",
                scale.counted());
    }

    /** The first series in a band from the second to the third. */
    static LineChart inBand(List<String> names, Series line, Series low, Series high, Show show) {
        LineChart all = of(names, List.of(line, low, high), show);
        List<String> around = new ArrayList<>();
        all.strokes.get(2).dots().forEach(dot -> around.add(dot.x + "," + dot.y));
        all.strokes.get(1).dots().reversed().forEach(dot -> around.add(dot.x + "," + dot.y));
        return new LineChart(
                all.levels, all.ticks, List.of(all.strokes.getFirst()), String.join(" ", around), all.counted);
    }

    private static Stream<BigDecimal> values(List<Series> series) {
        return series.stream().flatMap(each -> each.values.stream()).filter(Objects::nonNull);
    }

    static List<Tick> ticks(List<String> names) {
        int every = Math.ceilDiv(names.size(), MOST_TICKS);
        return IntStream.range(0, names.size())
                .filter(i -> (names.size() - 1 - i) % every == 0)
                .mapToObj(i -> new Tick(Scale.x(i, names.size()), names.get(i)))
                .toList();
    }

    private static Stroke stroke(Series series, Scale scale) {
        List<String> runs = new ArrayList<>();
        List<String> run = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < series.values.size(); i++) {
            BigDecimal value = series.values.get(i);
            if (value == null) {
                end(run, runs);
            } else {
                var dot = new Dot(
                        Scale.x(i, series.values.size()), scale.y(value), series.name + ", " + series.texts.get(i));
                dots.add(dot);
                run.add(dot.x + "," + dot.y);
            }
        }
        end(run, runs);
        return new Stroke(series.name, series.style, runs, dots);
    }

    private static void end(List<String> run, List<String> runs) {
        if (run.size() > 1) {
            runs.add(String.join(" ", run));
        }
        run.clear();
    }
}
