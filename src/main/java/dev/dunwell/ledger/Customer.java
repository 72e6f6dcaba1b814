package dev.dunwell.ledger;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who owes: a business or a person that buys from the organisation.
 *
 * @param number what the accounting system calls it, unique within the organisation
 */
public record Customer(long id, String number, String name, Profile profile) {

    /**
     * How to deal with a customer. Everything may be unknown.
     *
     * @param parentNumber the customer it belongs to
     * @param language what its people read, unless a contact says otherwise
     * @param zone where they are
     * @param currency what it usually buys in
     * @param ownerEmail the person of the organisation who looks after it
     * @param terms when its invoices fall due
     * @param contactMode who decides about messages to it
     */
    public record Profile(
            @Nullable String parentNumber,
            @Nullable Locale language,
            @Nullable ZoneId zone,
            @Nullable Currency currency,
            List<String> tags,
            @Nullable String ownerEmail,
            @Nullable Terms terms,
            ContactRule contactMode) {

        /** Nothing is known. */
        public static final Profile UNKNOWN =
                new Profile(null, null, null, null, List.of(), null, null, ContactRule.AUTOMATIC);

        public Profile {
            tags = List.copyOf(tags);
        }
    }

    /**
     * Who decides about messages to a customer: the strategy, the strategy after a person's approval, or a person
     * alone.
     */
    public enum ContactRule {
        AUTOMATIC,
        APPROVE,
        MANUAL
    }
}
