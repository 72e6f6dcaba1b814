package dev.dunwell.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That the book was closed until a day, this day included.
 *
 * @param reopened null while it holds
 */
public record Closing(
        long id,
        LocalDate until,
        Instant closedAt,
        String closedBy,
        @Nullable Reopening reopened) {

    /** That it was opened again, when, by whom and why. */
    public record Reopening(Instant at, String by, String reason) {}
}
