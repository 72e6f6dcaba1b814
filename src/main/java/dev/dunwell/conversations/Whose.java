package dev.dunwell.conversations;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whose mail it is, and how that is known.
 *
 * @param customerId null when nobody knows
 * @param by how it is known; null with the customer
 * @param aboutId the message of ours that it answers, null when it answers none
 * @param aboutAddress whom that message went to
 * @param invoiceIds of the customer, named in the words
 */
record Whose(
        @Nullable Long customerId,
        @Nullable By by,
        @Nullable Long aboutId,
        @Nullable String aboutAddress,
        List<Long> invoiceIds) {

    static final Whose NOBODYS = new Whose(null, null, null, null, List.of());

    /** How it is known, the surest first. A sender's address alone proves nothing. */
    enum By {
        /** It brought back a token that only a reader of our mail has. */
        TOKEN,
        /** It says that it answers a mail of ours. */
        MESSAGE_ID,
        SENDER,
        /** It names an invoice. */
        NUMBER,
        /** A person said so. */
        PERSON;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Whose withInvoices(List<Long> invoices) {
        return new Whose(customerId, by, aboutId, aboutAddress, invoices);
    }
}
