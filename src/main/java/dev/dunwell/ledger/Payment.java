package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in.
 *
 * @param customerId whose it is; null when nobody knows on the day it was asked for
 * @param unapplied what of it settles nothing yet on that day: it is never lost
 * @param reference what the payer wrote
 * @param sourceKey what names this payment at its origin, such as a bank's entry reference; the same payment is taken
 *     once
 * @param transferId the transfer that moved it here from another customer; null for money that came in
 * @param reversedOn from when on it is no longer there; null when it is
 */
public record Payment(
        long id,
        @Nullable Long customerId,
        @Nullable String customerNumber,
        LocalDate receivedOn,
        Money amount,
        Money unapplied,
        @Nullable String reference,
        @Nullable String sourceKey,
        Purpose purpose,
        @Nullable Long transferId,
        @Nullable LocalDate reversedOn) {

    /** What is left of a payment for: nobody knows yet, or deliberately nothing. */
    public enum Purpose {
        UNAPPLIED,
        ON_ACCOUNT;

        /** The name in the database and in the API, {@code on_account}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where a payment stands (glossary, section 1). */
    public enum State {
        /** All of it is used. */
        APPLIED("applied"),
        /** The payer is known, what it is for not yet. */
        UNAPPLIED("unapplied"),
        /** The payer is known, and it deliberately settles nothing. */
        ON_ACCOUNT("on account"),
        /** The payer is unknown. */
        UNIDENTIFIED("unidentified"),
        /** It bounced, or the transfer that brought it was taken back. */
        REVERSED("reversed");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String words() {
            return words;
        }
    }

    public State state() {
        if (reversedOn != null) {
            return State.REVERSED;
        } else if (customerId == null) {
            return State.UNIDENTIFIED;
        } else if (unapplied.isZero()) {
            return State.APPLIED;
        } else {
            return purpose == Purpose.ON_ACCOUNT ? State.ON_ACCOUNT : State.UNAPPLIED;
        }
    }
}
