package dev.dunwell.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts attempts in windows, in memory: a limit on guessing, not a ledger. */
public final class Attempts {

    private static final int ENOUGH_TO_TIDY = 10_000;

    private final int limit;
    private final Duration window;
    private final Clock clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    private record Count(Instant until, int attempts) {}

    /** At most {@code limit} attempts of the same origin within the window, which opens with the first of them. */
    public Attempts(int limit, Duration window, Clock clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
    }

    /** Counts one attempt before it is made; gives how long to wait, zero when it may be made now. */
    public Duration count(String origin) {
        Instant now = clock.instant();
        if (counts.size() > ENOUGH_TO_TIDY) {
            counts.values().removeIf(count -> !now.isBefore(count.until));
        }
        Count count = counts.merge(
                origin,
                new Count(now.plus(window), 1),
                (old, first) ->
                        now.isBefore(old.until) ? new Count(old.until, Math.min(old.attempts, limit) + 1) : first);
        return count.attempts > limit ? Duration.between(now, count.until) : Duration.ZERO;
    }

    /** The attempt was a good one and does not count. */
    public void takeBack(String origin) {
        counts.computeIfPresent(origin, (_, count) -> new Count(count.until, count.attempts - 1));
    }

    /** The attempt was a good one: it and the failures before it are forgotten. */
    public void forget(String origin) {
        counts.remove(origin);
    }
}
