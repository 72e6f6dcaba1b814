package dev.dunwell.portal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A short visit of a payer, begun with the button behind a link.
 *
 * @param organisation whose link it began with
 * @param language they read, once they chose another than their link's
 * @param provenAt when they last typed a code that was sent to the address on file, null: not yet
 */
public record PayerSession(
        long id,
        int organisation,
        Link link,
        String language,
        Instant beganAt,
        Instant seenAt,
        @Nullable Instant provenAt) {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(8);
    static final Duration PROVEN_FOR = Duration.ofMinutes(30);

    boolean isRunning(Instant now) {
        return now.isBefore(seenAt.plus(IDLE)) && now.isBefore(beganAt.plus(LONGEST)) && link.isGood(now);
    }

    /** Whether they typed a code at all, in this visit. */
    boolean isProven() {
        return provenAt != null;
    }

    /** Whether what needs more than the link may be shown or changed now. */
    public boolean isProven(Instant now) {
        return provenAt != null && now.isBefore(provenAt.plus(PROVEN_FOR));
    }
}
