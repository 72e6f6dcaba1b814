package dev.dunwell.whatif.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.web.Show;
import dev.dunwell.whatif.Assumptions;
import dev.dunwell.whatif.Behaviour;
import dev.dunwell.whatif.Calculation;
import dev.dunwell.whatif.Lever;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the net depends on the uptake, at the price asked for and around it; in the units of a drawing 640 wide and 212
 * high, and as a table.
 *
 * @param prices one line for each
 * @param rows one for each uptake, a net for each price
 * @param zero the height of nothing
 */
public record Sensitivity(List<Line> prices, List<Row> rows, List<Level> levels, int zero) {

    private static final int LEFT = 84;
    private static final int RIGHT = 612;
    private static final int TOP = 10;
    private static final int BOTTOM = 184;
    private static final int STEPS = 10;
    /** Two amounts nearer than this would be written over each other. */
    private static final int LINE_HEIGHT = 14;

    /** A price with its line; the one that was asked for is drawn strong. */
    public record Line(String name, String points, boolean isAsked) {}

    /** What is left at an uptake, by price. */
    public record Row(int uptake, List<Money> nets) {}

    /** An amount at its height. */
    public record Level(int y, String text) {}

    static Sensitivity of(Behaviour base, Assumptions at, Lever asked, Show show) {
        boolean hasPrice = !asked.kind().price().isEmpty() && asked.price().signum() > 0;
        List<BigDecimal> prices = hasPrice
                ? Stream.of("0.5", "1", "1.5")
                        .map(by -> asked.price().multiply(new BigDecimal(by)).min(BigDecimal.valueOf(100)))
                        .toList()
                : List.of(asked.price());
        List<Row> rows = IntStream.rangeClosed(0, STEPS)
                .map(step -> step * 100 / STEPS)
                .mapToObj(uptake -> new Row(
                        uptake,
                        prices.stream()
                                .map(price -> net(base, at, asked, price, uptake))
                                .toList()))
                .toList();
        long most = rows.stream()
                .flatMap(row -> row.nets.stream())
                .mapToLong(Money::minor)
                .max()
                .orElse(0);
        long least = rows.stream()
                .flatMap(row -> row.nets.stream())
                .mapToLong(Money::minor)
                .min()
                .orElse(0);
        return drawn(prices, rows, new Span(Math.min(least, 0), Math.max(most, 0)), asked, show);
    }

    /** From the least to the most that is drawn. */
    private record Span(long least, long most) {
        int y(long minor) {
            long width = Math.max(1, most - least);
            return (int) (BOTTOM - (BOTTOM - TOP) * (minor - least) / width);
        }
    }

    private static Sensitivity drawn(List<BigDecimal> prices, List<Row> rows, Span span, Lever asked, Show show) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < prices.size(); i++) {
            int price = i;
            String points = String.join(
                    " ",
                    rows.stream()
                            .map(row -> x(row.uptake) + ","
                                    + span.y(row.nets.get(price).minor()))
                            .toList());
            boolean isAsked = prices.get(i).compareTo(asked.price()) == 0;
            lines.add(new Line(show.percent(prices.get(i).stripTrailingZeros()), points, isAsked));
        }
        var currency = rows.getFirst().nets.getFirst().currency();
        List<Level> levels = new ArrayList<>();
        for (long minor : new long[] {0, span.least, span.most}) {
            int y = span.y(minor);
            if (levels.stream().noneMatch(level -> Math.abs(level.y - y) < LINE_HEIGHT)) {
                levels.add(new Level(
                        y, show.count(new Money(minor, currency).amount().longValue())));
            }
        }
        return new Sensitivity(lines, rows, levels, span.y(0));
    }

    private static Money net(Behaviour base, Assumptions at, Lever asked, BigDecimal price, int uptake) {
        Lever lever = new Lever(
                asked.kind(),
                price,
                BigDecimal.valueOf(uptake),
                asked.days(),
                asked.parts(),
                asked.everyDays(),
                asked.handling());
        return Calculation.of(base, at, lever).net();
    }

    public static int x(int uptake) {
        return LEFT + (RIGHT - LEFT) * uptake / 100;
    }
}
