package dev.dunwell.collections;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What a customer owes past its due date in one currency. Pure.
 *
 * @param count overdue items
 * @param total what is open of them
 * @param oldestDueOn the earliest of their due dates
 */
public record Arrears(int count, Money total, LocalDate oldestDueOn) {

    static Arrears of(Money open, LocalDate dueOn) {
        return new Arrears(1, open, dueOn);
    }

    Arrears plus(Arrears other) {
        return new Arrears(
                count + other.count,
                total.plus(other.total),
                oldestDueOn.isBefore(other.oldestDueOn) ? oldestDueOn : other.oldestDueOn);
    }

    long daysOn(LocalDate today) {
        return ChronoUnit.DAYS.between(oldestDueOn, today);
    }
}
