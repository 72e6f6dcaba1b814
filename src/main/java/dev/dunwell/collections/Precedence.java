package dev.dunwell.collections;

import dev.dunwell.kernel.Money;
import java.time.temporal.ChronoUnit;

/**
 * Why a row of the worklist stands above the next, in words. What comes first in {@link Queue.Order} comes first here:
 * the level, then money at risk or age. Amounts of different currencies are compared by their figures alone, and the
 * sentence says so.
 */
public final class Precedence {

    private Precedence() {}

    /** @return as {@code above Harbour Ltd: 12,400 EUR more at risk} */
    public static String of(Worklist.Row upper, Worklist.Row lower, Queue.Order order) {
        return "above " + lower.name() + ": " + because(upper, lower, order);
    }

    private static String because(Worklist.Row upper, Worklist.Row lower, Queue.Order order) {
        long days = ChronoUnit.DAYS.between(upper.oldestDueOn(), lower.oldestDueOn());
        if (upper.level() != lower.level()) {
            return "“%s” comes before “%s”"
                    .formatted(upper.level().title(), lower.level().title());
        } else if (order == Queue.Order.OLDEST && days > 0) {
            return days == 1 ? "due 1 day earlier" : "due " + days + " days earlier";
        } else {
            return byMoney(
                    upper.debts().getFirst().overdue(), lower.debts().getFirst().overdue());
        }
    }

    private static String byMoney(Money more, Money less) {
        if (!more.currency().equals(less.currency())) {
            return "%s at risk against %s, compared by figure".formatted(more.inWords(), less.inWords());
        } else if (more.equals(less)) {
            return "as much at risk, and in the book for longer";
        } else {
            return more.minus(less).inWords() + " more at risk";
        }
    }
}
