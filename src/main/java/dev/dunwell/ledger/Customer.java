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
     * @param terms what its invoices fall due by, and what else was agreed
     * @param contactMode who decides about messages to it
     * @param isConsumer whether the law sees a consumer; else a business
     */
    public record Profile(
            @Nullable String parentNumber,
            @Nullable Locale language,
            @Nullable ZoneId zone,
            @Nullable Currency currency,
            List<String> tags,
            @Nullable String ownerEmail,
            @Nullable Terms terms,
            ContactRule contactMode,
            boolean isConsumer) {

        /** Nothing is known. */
        public static final Profile UNKNOWN =
                new Profile(null, null, null, null, List.of(), null, null, ContactRule.AUTOMATIC);

        /** Of a business. */
        public Profile(
                @Nullable String parentNumber,
                @Nullable Locale language,
                @Nullable ZoneId zone,
                @Nullable Currency currency,
                List<String> tags,
                @Nullable String ownerEmail,
                @Nullable Terms terms,
                ContactRule contactMode) {
            this(parentNumber, language, zone, currency, tags, ownerEmail, terms, contactMode, false);
        }

        public Profile {
            tags = List.copyOf(tags);
        }

        /** The same customer, with whom somebody else decides. */
        public Profile withContactMode(ContactRule rule) {
            return new Profile(parentNumber, language, zone, currency, tags, ownerEmail, terms, rule, isConsumer);
        }

        /** The same customer under other terms, and as the law sees it. */
        public Profile withTerms(@Nullable Terms agreed, boolean consumer) {
            return new Profile(parentNumber, language, zone, currency, tags, ownerEmail, agreed, contactMode, consumer);
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
