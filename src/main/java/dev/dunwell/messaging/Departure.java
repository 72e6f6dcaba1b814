package dev.dunwell.messaging;

/** A due message and the mail it became. */
record Departure(DueMessage message, OutgoingMail mail) {

    long id() {
        return message.id();
    }
}
