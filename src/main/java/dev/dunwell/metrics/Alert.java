package dev.dunwell.metrics;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something the figures say that a person should look at, raised once while it lasts.
 *
 * @param customerId null where it is about the book as a whole
 * @param proposal the next step, as an offer
 * @param stake the amount it is about
 * @param acknowledgedBy who has seen to it; null while nobody has
 */
public record Alert(
        long id,
        Kind kind,
        @Nullable Long customerId,
        String customer,
        LocalDate raisedOn,
        String evidence,
        String proposal,
        Money stake,
        @Nullable String acknowledgedBy,
        @Nullable LocalDate acknowledgedOn,
        @Nullable LocalDate snoozedUntil) {

    /** What it is about. */
    public enum Kind {
        RISING_DSO("Rising DSO"),
        DRIFT("A punctual customer pays late"),
        CONCENTRATION("Much depends on one customer"),
        SILENCE("Silence");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
