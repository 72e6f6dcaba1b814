package dev.dunwell.credit;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A look at a customer that its behaviour asks for, at its terms or at an agency, and what somebody decided.
 *
 * @param evidence what asked for it, with invoices and days
 * @param decided null while it waits
 */
public record CreditReview(
        long id,
        long customerId,
        String number,
        String name,
        LocalDate openedOn,
        String evidence,
        @Nullable Decided decided) {

    /** Who decided what, when and why. */
    public record Decided(LocalDate on, String by, Decision decision, String reason) {}

    /** What can be decided. */
    public enum Decision {
        KEPT("Leave all as it is"),
        LIMIT("Change the limit"),
        TERMS("Tighten the terms"),
        PREPAYMENT("Ask for prepayment"),
        AGENCY("Ask for an agency");

        private final String title;

        Decision(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** The name in the database, {@code terms}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
