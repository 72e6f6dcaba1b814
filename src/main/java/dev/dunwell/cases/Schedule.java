package dev.dunwell.cases;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Parts a debt evenly: as many lines, the first on its day and the others after it. Pure. */
public final class Schedule {

    private Schedule() {}

    /** How far the lines are apart. */
    public enum Every {
        WEEK,
        TWO_WEEKS,
        MONTH;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Every> read(String code) {
            return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
        }

        /** The day of the line after so many others; a month's 31st falls on its last day. */
        LocalDate day(LocalDate first, int lines) {
            return switch (this) {
                case WEEK -> first.plusWeeks(lines);
                case TWO_WEEKS -> first.plusWeeks(2L * lines);
                case MONTH -> first.plusMonths(lines);
            };
        }
    }

    /** Lines that differ by at most one minor unit and sum to the amount exactly; the larger come first. */
    public static List<Plan.Line> even(Money amount, int parts, LocalDate first, Every every) {
        long each = amount.minor() / parts;
        long left = amount.minor() % parts;
        return IntStream.range(0, parts)
                .mapToObj(i ->
                        new Plan.Line(every.day(first, i), new Money(each + (i < left ? 1 : 0), amount.currency())))
                .toList();
    }
}
