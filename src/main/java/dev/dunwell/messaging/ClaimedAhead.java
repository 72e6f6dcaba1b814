package dev.dunwell.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The messages that the senders of one delivery take from, claimed and written a little ahead: one sender fetches more
 * while the others send. A bounded number waits here, whatever the night's size.
 */
final class ClaimedAhead {

    /** Claims up to so many due messages in the caller's transaction. */
    @FunctionalInterface
    interface Gate {
        Embark.Boarded next(int most);
    }

    private final Gate gate;
    private final FilesAhead files;
    private final Departures departures;
    private final UUID fence;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final int most;

    private final Queue<Sending> stock = new ConcurrentLinkedQueue<>();
    private final ReentrantLock fetching = new ReentrantLock();
    private Delivered delivered = Delivered.NOTHING;
    private volatile boolean isEmpty;

    /** @param most claimed at once */
    ClaimedAhead(
            Gate gate,
            FilesAhead files,
            Departures departures,
            UUID fence,
            Clock clock,
            TransactionTemplate transaction,
            int most) {
        this.gate = gate;
        this.files = files;
        this.departures = departures;
        this.fence = fence;
        this.clock = clock;
        this.transaction = transaction;
        this.most = most;
    }

    /** The next one; null when nothing is due any more. */
    @Nullable
    Sending next() {
        if (!isEmpty && stock.size() <= most / 4 && fetching.tryLock()) {
            try {
                fetch();
            } finally {
                fetching.unlock();
            }
        }
        Sending next = stock.poll();
        return next == null && !isEmpty ? waited() : next;
    }

    private @Nullable Sending waited() {
        fetching.lock();
        try {
            while (stock.isEmpty() && !isEmpty) {
                fetch();
            }
            return stock.poll();
        } finally {
            fetching.unlock();
        }
    }

    private void fetch() {
        Embark.Boarded boarded = Objects.requireNonNull(transaction.execute(_ -> {
            Embark.Boarded taken = gate.next(most);
            departures.keep(taken.departures(), State.CLAIMED, fence, clock.instant());
            return taken;
        }));
        Instant claimedAt = clock.instant();
        Map<String, byte[]> ahead = files.of(boarded.departures());
        boarded.departures().forEach(departure -> stock.add(new Sending(departure, claimedAt, ahead)));
        delivered = delivered.plus(boarded.delivered());
        isEmpty = boarded.isEmpty();
    }

    /** What was claimed and taken by no sender; for the end. */
    List<Sending> rest() {
        List<Sending> rest = new ArrayList<>();
        for (Sending each = stock.poll(); each != null; each = stock.poll()) {
            rest.add(each);
        }
        return rest;
    }

    /** What became of those that were due and could not be claimed; for the end. */
    Delivered delivered() {
        return delivered;
    }
}
