package dev.dunwell.messaging;

import dev.dunwell.access.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * Asked where answers to a message go. Messaging does not know who reads answers; who does implements this, so that an
 * answer names what it answers.
 */
public interface ReplyAddresses {

    /**
     * Where the token of a message travels.
     *
     * @param address where answers go
     * @param inSubject what is written behind the subject, empty when the address carries the token
     */
    record Way(String address, String inSubject) {}

    /** The way of each message by its token; asked once for many messages. */
    @FunctionalInterface
    interface Ways {
        Way of(String token);
    }

    /** @return null when nobody reads answers; they go to the organisation's own address then */
    @Nullable
    Ways ways(Organisation organisation);

    /** Of the first who reads answers of an organisation; null when nobody does. */
    static @Nullable Ways first(Iterable<ReplyAddresses> all, Organisation organisation) {
        for (ReplyAddresses each : all) {
            Ways ways = each.ways(organisation);
            if (ways != null) {
                return ways;
            }
        }
        return null;
    }
}
