package dev.dunwell.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When to try again after a mail server did not take a mail: soon at first, then every six hours, for three days in
 * all.
 */
final class Backoff {

    private static final List<Duration> FIRST =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));
    private static final Duration THEN = Duration.ofHours(6);
    private static final int MOST_TRIES = FIRST.size() + 11;

    private Backoff() {}

    /**
     * @param tries how often it was tried in vain, at least once
     * @return how long to wait, nothing when it is time to give up (RFC 5321 4.5.4.1 asks for four to five days at
     *     most)
     */
    static Optional<Duration> after(int tries) {
        if (tries > MOST_TRIES) {
            return Optional.empty();
        } else {
            return Optional.of(tries <= FIRST.size() ? FIRST.get(tries - 1) : THEN);
        }
    }
}
