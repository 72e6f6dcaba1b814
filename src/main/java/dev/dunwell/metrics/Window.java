package dev.dunwell.metrics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A period of the book of one currency.
 *
 * @param from the first day
 * @param to the last day, as of which it is told
 */
public record Window(BookOfCurrency book, LocalDate from, LocalDate to) {

    /** Months that are looked back by what goes back month by month. */
    static final int BACK = 36;

    private static final int FEW = 4;
    private static final int WEEK = 7;

    /** The months up to a day: calendar months where it is the last of its month, else as many up to it. */
    public static Window upTo(BookOfCurrency book, LocalDate to, int months) {
        return new Window(book, before(to, months).plusDays(1), to);
    }

    /** Every day that windows up to these days ask about. */
    public static Set<LocalDate> asked(LocalDate to, int months) {
        return daysOf(to, months + BACK);
    }

    /** The same without going further back. */
    static Set<LocalDate> askedByMonth(LocalDate to, int months) {
        return daysOf(to, months + FEW);
    }

    private static Set<LocalDate> daysOf(LocalDate to, int months) {
        Set<LocalDate> days = new TreeSet<>();
        for (LocalDate last : List.of(to, to.minusDays(WEEK))) {
            days.add(last);
            for (int span : new int[] {1, 3, 12}) {
                days.add(before(last, span));
            }
        }
        YearMonth month = YearMonth.from(to).minusMonths(1);
        for (int back = 0; back < months; back++) {
            days.add(month.minusMonths(back).atEndOfMonth());
        }
        return days;
    }

    private static LocalDate before(LocalDate to, int months) {
        return to.equals(YearMonth.from(to).atEndOfMonth())
                ? YearMonth.from(to).minusMonths(months).atEndOfMonth()
                : to.minusMonths(months);
    }

    public Standing opening() {
        return book.at(from.minusDays(1));
    }

    public Standing closing() {
        return book.at(to);
    }

    /** What a running total grew by. */
    public BigDecimal flow(Fact total) {
        return closing().of(total).subtract(opening().of(total));
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }
}
