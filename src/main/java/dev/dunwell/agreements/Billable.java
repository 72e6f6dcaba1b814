package dev.dunwell.agreements;

import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something delivered or agreed that is to be billed; once.
 *
 * @param key names what it is for, unique within the organisation: {@code contract:7:2026-03-01}
 * @param unitPrice net, in major units
 * @param amount net
 * @param delivered when it was, or will have been, delivered
 * @param billOn the first day on which it may be billed
 * @param apart what is billed together has the same; empty for everything of a customer that is not billed apart
 * @param termsId the version of terms that was accepted for it; null: what is agreed with the customer when it is
 *     billed
 */
public record Billable(
        long id,
        long customerId,
        Origin origin,
        String key,
        String description,
        Quantity quantity,
        BigDecimal unitPrice,
        Money amount,
        Tax tax,
        Span delivered,
        LocalDate billOn,
        Contract.Issue issue,
        String apart,
        @Nullable String orderReference,
        @Nullable Long termsId) {

    /** How much of it. */
    public record Quantity(BigDecimal number, String unit) {

        public static final Quantity ONE = new Quantity(BigDecimal.ONE, "unit");
    }

    /** Where it comes from. */
    public enum Origin {
        CONTRACT("Contract"),
        MILESTONE("Milestone"),
        HOURS("Hours"),
        EXPENSE("Expense"),
        DEPOSIT("Deposit"),
        OTHER("Other");

        private final String title;

        Origin(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Origin ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
