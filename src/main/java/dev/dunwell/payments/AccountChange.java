package dev.dunwell.payments;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Another account for a currency that has one, on its way to hold.
 *
 * @param account the new one; its {@code since} is the day on which it was asked for
 * @param askedByPerson who asked, null for a program
 * @param confirmedBy a second person, null while one is awaited
 * @param holdsFrom the first day on which payers see it, null until it is confirmed
 */
public record AccountChange(
        long id,
        BankAccount account,
        String askedBy,
        @Nullable Long askedByPerson,
        @Nullable String confirmedBy,
        @Nullable LocalDate holdsFrom) {

    public boolean isConfirmed() {
        return confirmedBy != null;
    }
}
