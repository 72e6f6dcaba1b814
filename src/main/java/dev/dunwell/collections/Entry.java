package dev.dunwell.collections;

import java.util.Locale;

/**
 * What must hold besides its day before a step is taken, and how often it comes again.
 *
 * @param minimum what must be open at least, in minor units of the item's own currency; 0 for any amount
 * @param delivery what must be known of the invoice's delivery
 * @param onlyUnanswered whether an answer of the customer since the last step leaves the rest to a person
 * @param daysAfterPrevious least calendar days from the step before; 0 for no more than the cool-down
 * @param repeatEveryDays after so many calendar days it comes again, until a later step takes over; 0 for never
 */
public record Entry(
        long minimum, Delivery delivery, boolean onlyUnanswered, int daysAfterPrevious, int repeatEveryDays) {

    /** On its day, whatever else is. */
    public static final Entry ALWAYS = new Entry(0, Delivery.ANY, false, 0, 0);

    /** What must be known of the invoice's delivery. */
    public enum Delivery {
        ANY("whether or not delivery is confirmed"),
        CONFIRMED("only if delivery is confirmed"),
        UNCONFIRMED("only if delivery is not confirmed");

        private final String title;

        Delivery(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** The name in the database and in the API, {@code confirmed}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean repeats() {
        return repeatEveryDays > 0;
    }
}
