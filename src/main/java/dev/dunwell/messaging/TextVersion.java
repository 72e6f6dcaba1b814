package dev.dunwell.messaging;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of a text as it was saved; it is never changed.
 *
 * @param source null in a version that goes back to the shipped text, whatever that says by now
 * @param reason why it was changed, in the author's words
 * @param on the organisation's day
 * @param backTo the version it repeats, null for new words
 */
public record TextVersion(
        TextKey key,
        int version,
        @Nullable String source,
        String reason,
        @Nullable Integer backTo,
        String author,
        LocalDate on,
        Instant recordedAt) {}
