package dev.dunwell.metrics.web;

import dev.dunwell.metrics.Overview.Step;
import dev.dunwell.web.Show;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * From one total to another by what changed it, in the units of a drawing 640 wide and 212 high. What changed nothing
 * is left out.
 *
 * @param begins where the axis begins, empty where it begins at zero
 */
public record BridgeChart(List<Scale.Level> levels, List<Beam> beams, String counted, String begins) {

    private static final BigDecimal FIFTH = new BigDecimal("0.2");

    /**
     * @param style total, more or less
     * @param next where the line to the following beam stands
     */
    public record Beam(int x, int width, int y, int height, int next, String style, String name, String text) {

        public int middle() {
            return x + width / 2;
        }
    }

    static BridgeChart of(List<Step> all, Show show) {
        List<Step> steps = all.stream()
                .filter(step -> step.isTotal() || !step.amount().isZero())
                .toList();
        List<BigDecimal> ends = ends(steps);
        BigDecimal highest = ends.stream().reduce(BigDecimal.ONE, BigDecimal::max);
        BigDecimal lowest = ends.stream().reduce(highest, BigDecimal::min);
        BigDecimal spread = highest.subtract(lowest);
        BigDecimal from = lowest.subtract(
                spread.max(highest.multiply(new BigDecimal("0.01"))).multiply(FIFTH));
        Scale scale = Scale.of(from.compareTo(highest.multiply(FIFTH)) < 0 ? BigDecimal.ZERO : from, highest);
        return new BridgeChart(
                scale.levels(show),
                beams(steps, ends, scale, show),
                scale.counted(),
                scale.bottom().signum() == 0
                        ? ""
                        : scale.levels(show).getFirst().text());
    }

    /** How high the total is after each step. */
    private static List<BigDecimal> ends(List<Step> steps) {
        List<BigDecimal> ends = new ArrayList<>();
        BigDecimal at = BigDecimal.ZERO;
        for (Step step : steps) {
            at = step.isTotal() ? step.amount().amount() : at.add(step.amount().amount());
            ends.add(at);
        }
        return ends;
    }

    private static List<Beam> beams(List<Step> steps, List<BigDecimal> ends, Scale scale, Show show) {
        int room = (Scale.RIGHT - Scale.LEFT) / Math.max(1, steps.size());
        int width = Math.min(64, room * 3 / 5);
        List<Beam> beams = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            BigDecimal end = ends.get(i);
            BigDecimal begin =
                    step.isTotal() ? scale.bottom() : end.subtract(step.amount().amount());
            int y = scale.y(begin.max(end));
            beams.add(new Beam(
                    Scale.LEFT + room * i + (room - width) / 2,
                    width,
                    y,
                    Math.max(1, scale.y(begin.min(end)) - y),
                    scale.y(end),
                    step.isTotal() ? "total" : step.amount().isNegative() ? "less" : "more",
                    i == 0 ? "Week before" : i == steps.size() - 1 ? "Now" : step.name(),
                    step.name() + ": " + show.text(step.amount())));
        }
        return beams;
    }
}
