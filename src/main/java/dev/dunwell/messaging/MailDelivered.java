package dev.dunwell.messaging;

/**
 * A message is known to have arrived.
 *
 * @param evidence who says so, in their words
 */
public record MailDelivered(long messageId, long customerId, String address, Proof proof, String evidence) {

    /** How it is known. */
    public enum Proof {
        /** The receiver's mail server says so. */
        ARRIVED,
        /** Its reader's program says that it was shown. */
        READ,
        /** Somebody answered it. */
        ANSWERED
    }
}
