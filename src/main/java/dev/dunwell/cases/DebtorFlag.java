package dev.dunwell.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer who pays late as a habit, said by a person who answers for it.
 *
 * @param evidence what spoke for it that day; may be empty
 * @param end null while it stands
 */
public record DebtorFlag(
        long id,
        String reason,
        String evidence,
        LocalDate fromOn,
        String author,
        @Nullable End end) {

    /** Who took it back, when and why. */
    public record End(LocalDate on, String by, String reason) {}

    public boolean isStanding() {
        return end == null;
    }
}
