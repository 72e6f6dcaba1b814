package dev.dunwell.relations;

import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From a day to a day, both included, as it stood at the end of a day; what happened later does not exist.
 *
 * @param asOf the last day whose facts count
 */
public record Period(LocalDate from, LocalDate to, LocalDate asOf) {

    /**
     * The days that were asked for; left out, the two months before and the one so far. Refuses a period that ends
     * before it begins and a day that has not come.
     */
    public static Period of(
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable LocalDate asOf, LocalDate today) {
        LocalDate known = asOf == null ? today : asOf;
        LocalDate last = to == null ? known : to;
        LocalDate first = from == null ? last.withDayOfMonth(1).minusMonths(2) : from;
        if (known.isAfter(today)) {
            throw BadInput.in("asOf", "This day has not come yet; give today or an earlier one.");
        } else if (first.isAfter(last)) {
            throw BadInput.in("from", "The period ends before it begins: give an earlier first day.");
        }
        return new Period(first, last, known);
    }

    /** The ninety days up to a day, as of that day. */
    public static Period upTo(LocalDate today) {
        return new Period(today.minusDays(89), today, today);
    }
}
