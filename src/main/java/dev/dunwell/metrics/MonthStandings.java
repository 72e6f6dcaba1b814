package dev.dunwell.metrics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** The billings of several months that changed on one day. */
final class MonthStandings {

    private final List<MonthStanding> changed = new ArrayList<>();

    void add(MonthStanding standing) {
        changed.add(standing);
    }

    /** Each month as it last changed up to a day, the earliest first. */
    static List<MonthStanding> upTo(NavigableMap<LocalDate, MonthStandings> byDay, LocalDate day) {
        SortedMap<YearMonth, MonthStanding> last = new TreeMap<>();
        byDay.headMap(day, true)
                .values()
                .forEach(each -> each.changed.forEach(standing -> last.put(standing.month(), standing)));
        return new ArrayList<>(last.values());
    }
}
