package dev.dunwell.metrics.web;

import dev.dunwell.web.Show;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The upright axis of a picture 640 wide and 212 high: round numbers from below the lowest value to above the highest.
 *
 * @param step between two lines of the grid
 */
public record Scale(BigDecimal bottom, BigDecimal top, BigDecimal step) {

    static final int LEFT = 60;
    static final int RIGHT = 628;
    static final int TOP = 10;
    static final int BOTTOM = 186;
    private static final BigDecimal PARTS = BigDecimal.valueOf(5);
    private static final List<BigDecimal> ROUND =
            List.of(BigDecimal.ONE, BigDecimal.TWO, new BigDecimal("2.5"), BigDecimal.valueOf(5), BigDecimal.TEN);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    /** A value at its height. */
    public record Level(int y, String text) {}

    /** From zero. */
    static Scale upTo(BigDecimal highest) {
        return of(BigDecimal.ZERO, highest);
    }

    static Scale of(BigDecimal lowest, BigDecimal highest) {
        BigDecimal span = highest.subtract(lowest).max(new BigDecimal("0.01"));
        BigDecimal rough = span.divide(PARTS, 6, RoundingMode.UP);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
        BigDecimal step = ROUND.stream()
                .map(power::multiply)
                .filter(each -> each.compareTo(rough) >= 0)
                .findFirst()
                .orElse(rough);
        BigDecimal bottom = lowest.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        BigDecimal top = highest.divide(step, 0, RoundingMode.CEILING).multiply(step);
        return new Scale(bottom, top.compareTo(bottom) > 0 ? top : bottom.add(step), step);
    }

    int y(BigDecimal value) {
        return BOTTOM
                - value.subtract(bottom)
                        .multiply(BigDecimal.valueOf(BOTTOM - (long) TOP))
                        .divide(top.subtract(bottom), 0, RoundingMode.HALF_UP)
                        .intValue();
    }

    /** Where the i-th of so many points stands. */
    static int x(int i, int count) {
        return LEFT + 10 + (RIGHT - LEFT - 20) * i / Math.max(1, count - 1);
    }

    List<Level> levels(Show show) {
        List<Level> levels = new ArrayList<>();
        for (BigDecimal at = bottom; at.compareTo(top) <= 0; at = at.add(step)) {
            levels.add(new Level(y(at), text(at, show)));
        }
        return levels;
    }

    /** In what the levels are counted: million, thousand or nothing. */
    String counted() {
        return isIn(MILLION) ? "million" : isIn(THOUSAND) ? "thousand" : "";
    }

    private String text(BigDecimal value, Show show) {
        BigDecimal shown = isIn(MILLION)
                ? value.divide(MILLION, 3, RoundingMode.HALF_UP)
                : isIn(THOUSAND) ? value.divide(THOUSAND, 3, RoundingMode.HALF_UP) : value;
        BigDecimal plain = shown.signum() == 0 ? BigDecimal.ZERO : shown.stripTrailingZeros();
        return show.percent(plain.setScale(Math.max(0, plain.scale()), RoundingMode.UNNECESSARY))
                .replace("\u00a0%", "");
    }

    private boolean isIn(BigDecimal unit) {
        return top.abs().max(bottom.abs()).compareTo(unit.multiply(BigDecimal.TWO)) >= 0;
    }
}
