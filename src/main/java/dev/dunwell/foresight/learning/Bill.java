package dev.dunwell.foresight.learning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as far as paying it is concerned.
 *
 * @param customer who owes it, by whatever names them
 * @param minor what it was for at first, in minor units of its currency, above zero
 * @param settledOn the day on which nothing was left open; null while something is
 */
public record Bill(
        String customer,
        LocalDate issuedOn,
        LocalDate dueOn,
        long minor,
        @Nullable LocalDate settledOn) {

    /** Days from issue to due day. */
    public int termDays() {
        return days(issuedOn, dueOn);
    }

    /** Days from issue to settlement; negative where it was paid in advance. Only for a settled one. */
    public int daysToPay() {
        return days(issuedOn, Objects.requireNonNull(settledOn));
    }

    /** Days past due at settlement, 0 when it was settled in time. Only for a settled one. */
    public int daysLate() {
        return Math.max(0, daysToPay() - termDays());
    }

    public boolean isLate() {
        return daysToPay() > termDays();
    }

    public boolean isSettledBefore(LocalDate day) {
        return settledOn != null && settledOn.isBefore(day);
    }

    /** Whether it was issued before a day and something of it was open when that day began. */
    public boolean isOpenOn(LocalDate day) {
        return issuedOn.isBefore(day) && !isSettledBefore(day);
    }

    static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }
}
