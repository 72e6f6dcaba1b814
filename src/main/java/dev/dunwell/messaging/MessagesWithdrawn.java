package dev.dunwell.messaging;

import java.util.Set;

/** These messages did not leave and will not: a guard stopped them, or a person recalled them in time. */
public record MessagesWithdrawn(Set<Long> messageIds, Set<Long> customerIds) {}
