package dev.dunwell.foresight.web;

import dev.dunwell.foresight.Forecasts.Week;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.Show;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The weeks of one currency as a line in its band, in the units of a drawing 640 wide and 212 high.
 *
 * @param line the points of what is expected
 * @param band the points around low and high
 * @param levels the amounts beside the grid, the lowest first
 */
public record BandChart(String line, String band, List<Level> levels, List<Mark> marks) {

    private static final int LEFT = 76;
    private static final int RIGHT = 628;
    private static final int TOP = 8;
    private static final int BOTTOM = 186;
    private static final int LEVELS = 4;

    /** An amount at its height. */
    public record Level(int y, String text) {}

    /**
     * A week's point, with what it says when pointed at.
     *
     * @param label what stands below it; empty where there is no room
     */
    public record Mark(int x, int y, LocalDate weekOn, String name, String text, String label) {}

    static BandChart of(List<Week> weeks, Show show) {
        long top =
                top(weeks.stream().mapToLong(week -> week.high().minor()).max().orElse(0));
        List<String> line = new ArrayList<>();
        List<String> band = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < weeks.size(); i++) {
            Week week = weeks.get(i);
            int x = LEFT + 8 + (RIGHT - LEFT - 16) * i / Math.max(1, weeks.size() - 1);
            int y = y(week.expected().minor(), top);
            line.add(x + "," + y);
            band.add(i, x + "," + y(week.high().minor(), top));
            band.add(i + 1, x + "," + y(week.low().minor(), top));
            String label = i % 2 == 0 ? show.axisDay(week.weekOn()) : "";
            marks.add(new Mark(x, y, week.weekOn(), show.dayText(week.weekOn()), show.text(week.expected()), label));
        }
        return new BandChart(String.join(" ", line), String.join(" ", band), levels(weeks, top, show), marks);
    }

    private static List<Level> levels(List<Week> weeks, long top, Show show) {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i <= LEVELS && !weeks.isEmpty(); i++) {
            long minor = top / LEVELS * i;
            Money amount = new Money(minor, weeks.getFirst().currency());
            levels.add(new Level(y(minor, top), show.count(amount.amount().longValue())));
        }
        return levels;
    }

    /** The next of 1, 2, 4 or 8 times a power of ten, which parts into four. */
    private static long top(long most) {
        long power = 100;
        while (power * 8 < most) {
            power *= 10;
        }
        long step = power;
        while (step < most) {
            step *= 2;
        }
        return Math.max(LEVELS, step);
    }

    private static int y(long minor, long top) {
        return (int) (BOTTOM - (BOTTOM - TOP) * minor / top);
    }
}
