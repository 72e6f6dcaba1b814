package dev.dunwell.payments.debit;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A payer's leave to collect from its account.
 *
 * @param isOnce for one collection; else again and again
 * @param consent what was agreed to, in words, and how
 * @param lastUsedOn the last collection that did not come back; null while there is none
 */
public record Mandate(
        long id,
        long customerId,
        String customerNumber,
        String reference,
        Scheme scheme,
        boolean isOnce,
        LocalDate signedOn,
        String holder,
        String iban,
        @Nullable String bic,
        String consent,
        @Nullable LocalDate lastUsedOn,
        @Nullable LocalDate endedOn) {

    /** A mandate that is not used for so long lapses (SEPA rulebooks, section 4.1). */
    static final int LAPSES_AFTER_MONTHS = 36;

    /** For everybody, or for businesses whose own bank knows the mandate. */
    public enum Scheme {
        CORE,
        B2B;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Scheme ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** The last day on which it can be used. */
    public LocalDate lapsesOn() {
        return (lastUsedOn == null ? signedOn : lastUsedOn).plusMonths(LAPSES_AFTER_MONTHS);
    }

    public boolean isUsable(LocalDate collectOn) {
        boolean isSpent = isOnce && lastUsedOn != null;
        return endedOn == null && !isSpent && !collectOn.isAfter(lapsesOn()) && !collectOn.isBefore(signedOn);
    }

    /** {@code FRST}, {@code RCUR} or {@code OOFF}. */
    String sequence() {
        if (isOnce) {
            return "OOFF";
        } else {
            return lastUsedOn == null ? "FRST" : "RCUR";
        }
    }

    /** The account without its middle: enough to know it by. */
    public String shortIban() {
        return iban.substring(0, 4) + " … " + iban.substring(iban.length() - 4);
    }
}
