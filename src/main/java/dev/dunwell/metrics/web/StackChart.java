package dev.dunwell.metrics.web;

import dev.dunwell.web.Show;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Upright bars of stacked parts over time, in the units of a drawing 640 wide and 212 high. */
public record StackChart(List<Scale.Level> levels, List<Bar> bars, String counted) {

    private static final int FEW = 14;

    /** One bar with its name under the axis, empty where there is no room for it. */
    public record Bar(int x, int width, String name, List<Part> parts) {

        public int middle() {
            return x + width / 2;
        }
    }

    /** A part, the youngest at the bottom. */
    public record Part(String style, int y, int height, String text) {}

    /** The amounts of one bar, the lowest part first, each with its words. */
    record Stack(String name, List<BigDecimal> amounts, List<String> texts) {

        BigDecimal sum() {
            return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** @param firstStyle the number of the first part's colour, a0 to a4 */
    static StackChart of(List<Stack> stacks, int firstStyle, Show show) {
        Scale scale = Scale.upTo(
                stacks.stream().map(Stack::sum).max(Comparator.naturalOrder()).orElse(BigDecimal.ONE));
        int room = (Scale.RIGHT - Scale.LEFT) / Math.max(1, stacks.size());
        int width = Math.min(36, room * 2 / 3);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < stacks.size(); i++) {
            Stack stack = stacks.get(i);
            int x = Scale.LEFT + room * i + (room - width) / 2;
            boolean isNamed = stacks.size() <= FEW || (stacks.size() - 1 - i) % 2 == 0;
            bars.add(new Bar(x, width, isNamed ? stack.name : "", parts(stack, firstStyle, scale)));
        }
        return new StackChart(scale.levels(show), bars, scale.counted());
    }

    private static List<Part> parts(Stack stack, int firstStyle, Scale scale) {
        List<Part> parts = new ArrayList<>();
        BigDecimal below = BigDecimal.ZERO;
        for (int i = 0; i < stack.amounts.size(); i++) {
            BigDecimal upTo = below.add(stack.amounts.get(i));
            int y = scale.y(upTo);
            parts.add(new Part("a" + (firstStyle + i), y, scale.y(below) - y, stack.texts.get(i)));
            below = upTo;
        }
        return parts;
    }
}
