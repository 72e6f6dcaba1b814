package dev.dunwell.conversations.reading;

import java.util.Locale;

/**
 * What a mail server says became of a mail of ours.
 *
 * @param address whom it was for, in small letters; empty when the report names nobody
 * @param status as in RFC 3463, {@code 5.1.1}; empty when there is none
 * @param said the server's own words, one line
 * @param about the Message-ID of our mail with its angle brackets; empty when the report does not repeat it
 */
public record DeliveryReport(Kind kind, String address, String status, String said, String about) {

    /** What to do next depends on it. */
    public enum Kind {
        /** No such mailbox or no such house, now and tomorrow. */
        HARD,
        /**
         * "No such mailbox", but said about the whole mail, or without a status that confirms it. Filters say so too,
         * so it counts as hard only when it comes again.
         */
        DOUBTFUL,
        /** The mailbox takes nothing more until somebody tidies it. */
        MAILBOX_FULL,
        /** The mail was not welcome: taken for spam, or against the receiver's rules. The address may be right. */
        BLOCKED,
        /** Given up for now, for a reason that may pass. */
        SOFT,
        /** Not given up; the server still tries. */
        DELAYED,
        /** It arrived. */
        DELIVERED,
        /** The reader's own program says that it was shown (RFC 8098). */
        READ,
        /** The reader called it unwanted. */
        COMPLAINT;

        /** In the database and the API, {@code mailbox_full}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        /** Whether the mail did not and will not arrive. */
        public boolean isFailure() {
            return this != DELAYED && this != DELIVERED && this != READ;
        }
    }
}
