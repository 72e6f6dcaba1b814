package dev.dunwell.messaging;

/**
 * A due message and the mail it became.
 *
 * @param kept its words as they are written down: without the key of the payer's door, which the mail carries
 */
record Departure(DueMessage message, Letter kept, OutgoingMail mail) {

    long id() {
        return message.id();
    }
}
