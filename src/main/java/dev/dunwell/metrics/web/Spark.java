package dev.dunwell.metrics.web;

import dev.dunwell.metrics.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A small line without axes, in the units of a drawing 160 wide and 32 high; empty for fewer than two points. */
public final class Spark {

    private static final int WIDTH = 160;
    private static final int TOP = 3;
    private static final BigDecimal HEIGHT = BigDecimal.valueOf(26);

    private Spark() {}

    /** The points of one line, on a scale that also holds the others. */
    public static String points(List<Value> values, List<Value> others) {
        List<BigDecimal> all = Stream.concat(values.stream(), others.stream())
                .map(Value::number)
                .filter(Objects::nonNull)
                .toList();
        if (all.size() < 2) {
            return "";
        }
        BigDecimal highest = all.stream().reduce(all.getFirst(), BigDecimal::max);
        BigDecimal lowest = all.stream().reduce(all.getFirst(), BigDecimal::min);
        BigDecimal span = highest.subtract(lowest).max(new BigDecimal("0.01"));
        List<String> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            BigDecimal value = values.get(i).number();
            if (value != null) {
                int y = TOP
                        + highest.subtract(value)
                                .multiply(HEIGHT)
                                .divide(span, 0, RoundingMode.HALF_UP)
                                .intValue();
                points.add(WIDTH * i / Math.max(1, values.size() - 1) + "," + y);
            }
        }
        return String.join(" ", points);
    }
}
