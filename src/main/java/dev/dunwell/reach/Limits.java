package dev.dunwell.reach;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation asks of its own mail before any of it leaves. What is not said is not asked.
 *
 * @param bankDays working days after which bank data is stale: 1 means that yesterday's must be there
 * @param fatigue how much a payer may hear
 * @param hours when the recipient's day begins and ends, in the recipient's zone
 * @param bundleDays days a mail may wait for another that goes to the same payer; 0: none
 * @param debitDays days after a direct debit before its money is missed
 * @param entry from when on a customer is chased at all
 * @param brake when a night wants to send so much that a person must look first
 */
public record Limits(
        @Nullable Integer bankDays,
        @Nullable Fatigue fatigue,
        @Nullable Hours hours,
        int bundleDays,
        int debitDays,
        Entry entry,
        Brake brake) {

    /** What holds while an organisation has said nothing. */
    public static final Limits NONE =
            new Limits(null, new Fatigue(10, 7), null, 0, 3, new Entry(0, 0, 0), new Brake(3, 100));

    /** At most so many points in so many days, of each payer. */
    public record Fatigue(int points, int days) {

        /** What a contact weighs: an answered call more than a mail, a try in vain less. */
        public static int weight(String kind) {
            return switch (kind) {
                case "call", "meeting" -> 3;
                case "mail", "letter" -> 2;
                default -> 1;
            };
        }
    }

    /** From this time on, and before that one. */
    public record Hours(LocalTime from, LocalTime until) {}

    /**
     * Thresholds a customer must reach, all that are above zero, before anything is demanded.
     *
     * @param count overdue invoices
     * @param total overdue in the item's currency, in its minor units
     * @param days age of the oldest overdue invoice after its due date
     */
    public record Entry(int count, long total, int days) {

        public boolean isAsked() {
            return count > 0 || total > 0 || days > 0;
        }
    }

    /**
     * More customers in a night than both the floor and the factor times what is usual.
     *
     * @param factor of the median of the last nights
     * @param floor up to so many nobody needs to look
     */
    public record Brake(int factor, int floor) {}
}
