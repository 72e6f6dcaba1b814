package dev.dunwell.metrics.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.metrics.Rhythm;
import dev.dunwell.web.Show;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When money comes: a field for each weekday and day of the month, the darker the more; in the units of a drawing 640
 * wide and 180 high.
 */
public record HeatMap(List<Field> fields, List<Sum> byWeekday) {

    static final int SIDE = 18;
    private static final int LEFT = 44;
    private static final int TOP = 20;
    private static final int SHADES = 5;

    /** @param style a0 to a4, heat-none for nothing */
    public record Field(int x, int y, String style, String text) {}

    /** What came on a weekday over the year. */
    public record Sum(String name, String amount, String payments, int y) {}

    static HeatMap of(List<Rhythm.Cell> cells, Currency currency, Show show) {
        long most = cells.stream().mapToLong(Rhythm.Cell::minor).max().orElse(0);
        Map<String, Rhythm.Cell> byPlace =
                cells.stream().collect(Collectors.toMap(cell -> cell.weekday() + "/" + cell.day(), cell -> cell));
        List<Field> fields = new ArrayList<>();
        List<Sum> sums = new ArrayList<>();
        for (DayOfWeek weekday : DayOfWeek.values()) {
            int y = TOP + (weekday.getValue() - 1) * (SIDE + 2);
            String name = weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            for (int day = 1; day <= 31; day++) {
                Rhythm.Cell cell = byPlace.get(weekday.getValue() + "/" + day);
                String text = cell == null
                        ? name + " the " + day + ": nothing"
                        : name + " the " + day + ": " + show.text(new Money(cell.minor(), currency));
                fields.add(new Field(LEFT + (day - 1) * (SIDE + 1), y, shade(cell, most), text));
            }
            List<Rhythm.Cell> ofDay = cells.stream()
                    .filter(cell -> cell.weekday() == weekday.getValue())
                    .toList();
            sums.add(new Sum(
                    name,
                    show.text(new Money(
                            ofDay.stream().mapToLong(Rhythm.Cell::minor).sum(), currency)),
                    show.count(ofDay.stream().mapToLong(Rhythm.Cell::payments).sum()),
                    y));
        }
        return new HeatMap(fields, sums);
    }

    private static String shade(Rhythm.@Nullable Cell cell, long most) {
        return cell == null || cell.minor() <= 0
                ? "heat-none"
                : "a" + Math.min(SHADES - 1, cell.minor() * SHADES / Math.max(1, most));
    }
}
