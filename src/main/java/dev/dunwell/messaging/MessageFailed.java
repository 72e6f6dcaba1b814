package dev.dunwell.messaging;

/** The mail server refused a message for good. */
public record MessageFailed(long messageId, long customerId, String address, String why) {}
