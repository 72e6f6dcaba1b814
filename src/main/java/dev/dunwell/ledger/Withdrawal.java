package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What left a payment or a credit note other than by settling invoices. Never edited: taking it back is another one
 * with the opposite sign.
 *
 * @param id among its kind
 * @param amount negative when it takes another back
 * @param reverses the id of the one it takes back
 * @param reversedBy the id of the one that takes this one back
 */
public record Withdrawal(
        Kind kind,
        long id,
        Source.Credit credit,
        Money amount,
        LocalDate effectiveOn,
        String reason,
        @Nullable Long reverses,
        @Nullable Long reversedBy) {

    /** Where it went; each kind is a table of that name. */
    public enum Kind {
        /** Back to the payer. */
        REFUND,
        /** To another customer, where a payment names it. */
        TRANSFER,
        /** The payment bounced: all of it is gone. */
        PAYMENT_REVERSAL,
        /** The credit note was cancelled. */
        CREDIT_NOTE_REVERSAL;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> read(String code) {
            return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
        }

        /** In words, as {@code payment reversal}. */
        public String words() {
            return code().replace('_', ' ');
        }
    }

    /** Whether it still counts: it is neither a reversal nor reversed. */
    public boolean isStanding() {
        return reverses == null && reversedBy == null;
    }
}
