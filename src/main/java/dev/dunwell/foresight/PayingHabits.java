package dev.dunwell.foresight;

import dev.dunwell.foresight.learning.Bill;
import dev.dunwell.foresight.learning.Habit;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How a customer pays, read from its invoices of the last three years as they stood when a day ended. */
@Repository
public class PayingHabits {

    private final PaidBills bills;

    PayingHabits(PaidBills bills) {
        this.bills = bills;
    }

    /** @param bills what the habit was read from, the oldest first */
    public record Shown(LocalDate asOf, Habit habit, List<Bill> bills) {}

    /** @param asOf a day with all its facts; nothing dated later counts */
    @Transactional(readOnly = true)
    public Shown of(long customerId, LocalDate asOf) {
        List<Bill> known =
                bills.of(customerId, asOf).stream().map(KnownBill::bill).toList();
        return new Shown(asOf, Habit.of(known, asOf.plusDays(1)), known);
    }
}
