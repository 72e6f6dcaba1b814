package dev.dunwell.messaging;

import dev.dunwell.access.Tenant;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A mail server may take ten minutes over its last answer. While this node waits for it, it says every few seconds that
 * it still does; a message of which nobody says so has lost its sender, and people see it as unconfirmed at once.
 */
@Component
class StillSending {

    private static final int SECONDS = 15;
    private static final Logger log = LoggerFactory.getLogger(StillSending.class);

    private final Departures departures;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Set<Held> held = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("still-sending").factory());

    StillSending(Departures departures, Clock clock, PlatformTransactionManager transactions) {
        this.departures = departures;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        var _ = beats.scheduleWithFixedDelay(this::beat, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private record Held(int organisation, long message, UUID fence) {}

    /** Hands a message over and says all the while that it is being handed over. */
    <T> T during(int organisation, long message, UUID fence, Supplier<T> handing) {
        var one = new Held(organisation, message, fence);
        held.add(one);
        try {
            return handing.get();
        } finally {
            held.remove(one);
        }
    }

    /** One sign of life for each message that is with a mail server. */
    void beat() {
        for (Held one : held) {
            try {
                Tenant.runIn(
                        one.organisation,
                        () -> transaction.executeWithoutResult(
                                _ -> departures.stillSending(one.message, one.fence, clock.instant())));
            } catch (RuntimeException e) {
                log.warn("Nobody could be told that message {} is still being sent", one.message, e);
            }
        }
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        beats.shutdownNow();
    }
}
