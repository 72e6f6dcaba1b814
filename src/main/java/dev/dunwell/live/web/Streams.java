package dev.dunwell.live.web;

import dev.dunwell.access.StillSignedIn;
import dev.dunwell.access.Tenant;
import dev.dunwell.live.Change;
import dev.dunwell.live.ChangeFeed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open pages of this node. Once a second, while there are any, it asks what changed, one question for each
 * organisation, and tells the pages it concerns. Nothing is told to a session that has ended.
 */
@Component
class Streams {

    /** A browser opens six connections to a server at most; two stay for the pages themselves. */
    static final int PER_SESSION = 4;

    private static final int BEAT_SECONDS = 15;
    private static final Logger log = LoggerFactory.getLogger(Streams.class);

    private final ChangeFeed feed;
    private final StillSignedIn stillSignedIn;
    private final Clock clock;
    private final List<Stream> open = new CopyOnWriteArrayList<>();
    private final Map<Integer, Instant> lookedAt = new ConcurrentHashMap<>();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("live").factory());
    private int seconds;

    Streams(ChangeFeed feed, StillSignedIn stillSignedIn, Clock clock) {
        this.feed = feed;
        this.stillSignedIn = stillSignedIn;
        this.clock = clock;
        var _ = ticks.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** One more page of a session; the one open longest goes on without a stream when there are too many. */
    SseEmitter open(Stream stream) {
        List<Stream> own = open.stream()
                .filter(other -> other.sessionId.equals(stream.sessionId))
                .toList();
        if (own.size() >= PER_SESSION) {
            open.remove(own.getFirst());
            own.getFirst().full();
        }
        open.add(stream);
        stream.emitter.onCompletion(() -> open.remove(stream));
        stream.emitter.onTimeout(stream::end);
        stream.emitter.onError(_ -> open.remove(stream));
        stream.beat();
        return stream.emitter;
    }

    int count() {
        return open.size();
    }

    /** Before the server waits for its requests to finish: these would not. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        ticks.shutdownNow();
        open.forEach(Stream::end);
    }

    private void tick() {
        boolean isBeat = ++seconds % BEAT_SECONDS == 0;
        open.stream()
                .collect(Collectors.groupingBy(stream -> stream.who.organisationId()))
                .forEach((organisation, streams) -> Thread.startVirtualThread(
                        () -> Tenant.runIn(organisation, () -> tell(organisation, streams, isBeat))));
    }

    private void tell(int organisation, List<Stream> streams, boolean isBeat) {
        try {
            Instant now = clock.instant();
            Instant before = lookedAt.getOrDefault(organisation, now);
            lookedAt.put(organisation, now);
            long from = streams.stream().mapToLong(Stream::after).min().orElse(0);
            List<Change> changes = feed.after(from);
            long to = changes.isEmpty() ? from : changes.getLast().seq();
            List<Change> claims = feed.claimsAfter(before, to);
            streams.forEach(stream -> tell(stream, stream.news(changes, claims), to, isBeat));
        } catch (RuntimeException e) {
            log.warn("What changed in organisation {} could not be read; asked again in a second", organisation, e);
        }
    }

    private void tell(Stream stream, List<Change> news, long to, boolean isBeat) {
        stream.wentOnTo(to);
        if (!news.isEmpty() || isBeat) {
            if (!stillSignedIn.isTrue(stream.sessionId, stream.who)) {
                open.remove(stream);
                stream.end();
            } else if (news.isEmpty()) {
                Thread.startVirtualThread(stream::beat);
            } else {
                Thread.startVirtualThread(() -> stream.say(news));
            }
        }
    }
}
