package dev.dunwell.live;

import org.jspecify.annotations.Nullable;

/**
 * Somebody did something.
 *
 * @param seq its place in the organisation's audit chain; a claim, which is no fact, has the place of the newest entry
 * @param customerId whom it concerns, null when it may concern anybody
 */
public record Change(long seq, String who, @Nullable Long customerId) {

    /** @param customer the one a page shows, null for a page that shows many */
    public boolean concerns(@Nullable Long customer) {
        return customer == null || customerId == null || customer.equals(customerId);
    }
}
