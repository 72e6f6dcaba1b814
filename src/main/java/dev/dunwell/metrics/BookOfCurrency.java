package dev.dunwell.metrics;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The book of one currency on the days that were asked for.
 *
 * @param months on a day, what had become of each month's billing; empty where it was not asked for
 */
public record BookOfCurrency(
        Currency currency, NavigableMap<LocalDate, Standing> standings, Map<LocalDate, List<MonthStanding>> months) {

    static BookOfCurrency of(Currency currency) {
        return new BookOfCurrency(currency, new TreeMap<>(), new TreeMap<>());
    }

    /** In which nothing ever was. */
    public static BookOfCurrency nothing(Currency currency) {
        return of(currency);
    }

    /** At the end of a day that was asked for; before the first fact nothing stands in it. */
    public Standing at(LocalDate day) {
        Standing standing = standings.get(day);
        return standing == null ? Standing.nothing(day) : standing;
    }

    /** The months' billings on a day that was asked for, the earliest first. */
    public List<MonthStanding> monthsAt(LocalDate day) {
        return months.getOrDefault(day, List.of());
    }
}
