package dev.dunwell.messaging;

/** A message is known to have arrived: the receiver's mail server says so, or somebody answered it. */
public record MailDelivered(long messageId, long customerId, String address, String evidence) {}
