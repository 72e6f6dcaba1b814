package dev.dunwell.messaging;

import java.util.Set;

/** Of a message to these customers nobody knows any more whether it was sent; or it is clear now what became of one. */
public record StuckMessagesChanged(Set<Long> customerIds) {

    public StuckMessagesChanged {
        customerIds = Set.copyOf(customerIds);
    }
}
