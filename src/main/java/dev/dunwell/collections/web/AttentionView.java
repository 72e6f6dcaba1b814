package dev.dunwell.collections.web;

import dev.dunwell.collections.Watch;
import java.util.List;

/**
 * What collections/attention shows: what fell through or may have.
 *
 * @param undelivered messages that failed or that nobody confirmed
 * @param lost open items without a next day, nights that wrote too few messages
 */
public record AttentionView(List<Watch.Undelivered> undelivered, List<Watch.Lost> lost) {

    public boolean isEmpty() {
        return undelivered.isEmpty() && lost.isEmpty();
    }
}
