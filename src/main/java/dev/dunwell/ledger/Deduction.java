package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a payer kept back of an invoice, and what became of it. While it is open, and when it was rejected, the amount
 * is still open on the invoice.
 *
 * @param paymentId the payment that came short, if it is known
 * @param settledOn when it was decided, null while it is open
 * @param settledBy who decided it
 */
public record Deduction(
        long id,
        long invoiceId,
        String invoiceNumber,
        long customerId,
        @Nullable Long paymentId,
        Money amount,
        DeductionCode code,
        @Nullable String note,
        LocalDate takenOn,
        State state,
        @Nullable LocalDate settledOn,
        @Nullable String settledBy) {

    /** Open until somebody decides; what was decided stays decided. */
    public enum State {
        OPEN("open"),
        /** Accepted: a credit note covers it. */
        CREDITED("accepted, credited"),
        /** Accepted: it was given up. */
        WRITTEN_OFF("accepted, written off"),
        /** Not accepted: the invoice stays open by it. */
        REJECTED("rejected, to be collected"),
        /** Not accepted: it is a receivable of its own. */
        CHARGED_BACK("charged back");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** The name in the database and in the API, {@code charged_back}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
