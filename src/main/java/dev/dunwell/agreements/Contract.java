package dev.dunwell.agreements;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed with a customer for a time.
 *
 * @param zone where its days are counted
 * @param together whether it is billed with everything else of the customer; else on its own
 * @param orderReference what the customer wants to see on each invoice
 * @param acceptance who agreed to it and when; null while nobody wrote that down
 */
public record Contract(
        long id,
        long customerId,
        String customerName,
        String number,
        String title,
        ZoneId zone,
        Issue issue,
        boolean together,
        @Nullable String orderReference,
        @Nullable Accepted acceptance) {

    /** Who agreed on the customer's side. */
    public record Accepted(String by, LocalDate on) {}

    /** What becomes of what it bills. */
    public enum Issue {
        /** The night issues it when nothing is missing and nothing is strange. */
        AUTOMATIC,
        /** A person looks at it first. */
        APPROVE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Issue ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
