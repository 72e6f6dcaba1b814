package dev.dunwell.messaging;

/** A message will not leave: the mail server or the address refused it for good, or its letter cannot be written. */
public record MessageFailed(long messageId, long customerId, String address, String why) {}
