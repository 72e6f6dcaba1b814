package dev.dunwell.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where each message of a delivery passes on its way to the mail server, at the last moment at which it can be kept
 * back: paid a second ago, held, out of hours, or no longer ours, it stays. That it leaves is written and committed
 * before the server gets a word of it; what became of it is written when its sender comes by with the next one.
 *
 * <p>Senders that come while others are being served are served together, in one transaction: more connections cost
 * hardly more commits. No more messages are under way than there are connections.
 */
final class Turnstile {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String KEPT_BACK = "It was kept back just before it left.";

    private final Embark embark;
    private final Departures departures;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final UUID fence;

    private final Queue<Passing> waiting = new ConcurrentLinkedQueue<>();
    private final Queue<Change> outcomes = new ConcurrentLinkedQueue<>();
    private final ReentrantLock counter = new ReentrantLock();
    private Delivered delivered = Delivered.NOTHING;
    private @Nullable RuntimeException failure;
    private volatile boolean isOpen = true;

    Turnstile(Embark embark, Departures departures, Clock clock, TransactionTemplate transaction, UUID fence) {
        this.embark = embark;
        this.departures = departures;
        this.clock = clock;
        this.transaction = transaction;
        this.fence = fence;
    }

    /** One sender's question; its answer is written by whoever serves, under the lock. */
    private static final class Passing {
        final Sending sending;

        @Nullable
        Boolean leaves;

        Passing(Sending sending) {
            this.sending = sending;
        }
    }

    /** Whether the message leaves. If so it may be with the mail server from now on; if not it waits again. */
    boolean mayLeave(Sending sending) {
        var one = new Passing(sending);
        waiting.add(one);
        served(() -> one.leaves == null);
        return Boolean.TRUE.equals(one.leaves);
    }

    /** What became of a message; written with whoever passes next. */
    void left(Change outcome) {
        outcomes.add(outcome);
    }

    /** Writes what has not been written yet. */
    void settle() {
        served(() -> !outcomes.isEmpty());
    }

    /** No further message leaves in this delivery. */
    void close() {
        isOpen = false;
    }

    boolean isOpen() {
        return isOpen;
    }

    /** By which the messages of this delivery are known as ours. */
    UUID fence() {
        return fence;
    }

    /**
     * What became of those that came by; for the end. Says then what could not be written, whose lease will run out.
     */
    Delivered delivered() {
        if (failure != null) {
            throw failure;
        }
        return delivered;
    }

    private void served(BooleanSupplier isNeeded) {
        counter.lock();
        try {
            if (isNeeded.getAsBoolean()) {
                serve();
            }
        } finally {
            counter.unlock();
        }
    }

    /** A message's outcome is taken before its sender's next question, because it was there first. */
    private void serve() {
        List<Passing> passing = drained(waiting);
        List<Change> changes = drained(outcomes);
        try {
            together(changes, passing);
        } catch (RuntimeException _) {
            // one that fails must not take the others with it
            changes.forEach(change -> alone(List.of(change), List.of()));
            passing.forEach(one -> alone(List.of(), List.of(one)));
        }
    }

    private void alone(List<Change> changes, List<Passing> passing) {
        passing.forEach(one -> one.leaves = false);
        try {
            together(changes, passing);
        } catch (RuntimeException e) {
            failure = failure == null ? e : failure;
        }
    }

    private void together(List<Change> changes, List<Passing> passing) {
        List<Sending> asked = passing.stream().map(one -> one.sending).toList();
        Let let = Objects.requireNonNull(transaction.execute(_ -> {
            departures.planOnce();
            departures.change(changes, fence, clock.instant());
            return asked.isEmpty() ? Let.NOBODY : let(asked, clock.instant());
        }));
        passing.forEach(one -> one.leaves = let.leaving.contains(one.sending.id()));
        if (let.isStopped) {
            close();
        }
        delivered = delivered.plus(new Delivered(
                count(changes, State.SENT),
                count(changes, State.FAILED),
                count(changes, State.UNKNOWN),
                let.withdrawn,
                0));
    }

    /**
     * @param leaving their ids
     * @param withdrawn how many a guard stopped for good
     * @param isStopped whether all mail of the organisation is to stay
     */
    private record Let(Set<Long> leaving, int withdrawn, boolean isStopped) {
        static final Let NOBODY = new Let(Set.of(), 0, false);
    }

    private Let let(List<Sending> asked, Instant now) {
        Map<Long, SendHours.Wait> early = embark.notYet(waitedLong(asked, now), now);
        Set<Long> ids = ids(asked);
        ids.removeAll(early.keySet());
        Map<Long, String> stopped = embark.withdraw(Way.MAIL, ids, fence, now);
        ids.removeAll(stopped.keySet());
        Set<Long> leaving = departures.begin(ids, fence, now);
        List<Change> back = new ArrayList<>();
        for (Sending each : asked) {
            SendHours.Wait wait = early.get(each.id());
            if (wait != null) {
                back.add(each.back(wait.why(), wait.until()));
            } else if (ids.contains(each.id()) && !leaving.contains(each.id())) {
                back.add(each.back(KEPT_BACK));
            }
        }
        Set<Long> stillOurs = departures.change(back, fence, now).keySet();
        boolean isStopped = stillOurs.stream().anyMatch(id -> !early.containsKey(id));
        return new Let(leaving, stopped.size(), isStopped);
    }

    /** Their hour was asked when they were claimed; the messages before them may have been slow. */
    private static Collection<Long> waitedLong(List<Sending> asked, Instant now) {
        return ids(asked.stream()
                .filter(each -> !now.isBefore(each.claimedAt().plus(SOON)))
                .toList());
    }

    private static Set<Long> ids(List<Sending> sendings) {
        return sendings.stream().map(Sending::id).collect(Collectors.toCollection(HashSet::new));
    }

    private static int count(List<Change> changes, State state) {
        return Math.toIntExact(
                changes.stream().filter(change -> change.state() == state).count());
    }

    private static <T> List<T> drained(Queue<T> queue) {
        List<T> all = new ArrayList<>();
        for (T each = queue.poll(); each != null; each = queue.poll()) {
            all.add(each);
        }
        return all;
    }
}
