package dev.dunwell.reach;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing goes out about a customer, or one of its invoices, although it owes: noted by a person, ended by one.
 *
 * @param invoiceNumber null when it is about the whole customer
 * @param debitOn the day of a direct debit; null: each invoice is debited on its due date
 */
public record Condition(
        long id,
        long customerId,
        String customerNumber,
        @Nullable String invoiceNumber,
        Kind kind,
        LocalDate fromOn,
        @Nullable LocalDate debitOn,
        String reason,
        String author) {

    /** What sort of condition it is. */
    public enum Kind {
        LEGAL("Legal proceedings", "legal proceedings"),
        INSOLVENT("Insolvent", "insolvency"),
        DECEASED("Deceased", "the customer has died"),
        PLACED("Placed with an agency", "placed with an agency"),
        DIRECT_DEBIT("Direct debit", "direct debit");

        private final String title;
        private final String inside;

        Kind(String title, String inside) {
            this.title = title;
            this.inside = inside;
        }

        public String title() {
            return title;
        }

        /** Inside a sentence. */
        public String inside() {
            return inside;
        }

        /** Whether it may be about one invoice alone. */
        public boolean mayBeOfInvoice() {
            return this == PLACED || this == DIRECT_DEBIT;
        }

        /** The name in the database and in the API, {@code direct_debit}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
