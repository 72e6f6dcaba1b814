package dev.dunwell.live.web;

import dev.dunwell.access.SignedIn;
import dev.dunwell.live.Change;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page of one session, waiting to hear of changes. */
final class Stream {

    private static final long LONGEST_MILLIS = 30 * 60 * 1000L;

    final String sessionId;
    final SignedIn who;
    final SseEmitter emitter = new SseEmitter(LONGEST_MILLIS);
    private final @Nullable Long customer;
    private final AtomicBoolean isWriting = new AtomicBoolean();
    private volatile long after;

    /** @param customer the one the page shows, null for a page that shows many */
    Stream(String sessionId, SignedIn who, @Nullable Long customer, long after) {
        this.sessionId = sessionId;
        this.who = who;
        this.customer = customer;
        this.after = after;
    }

    long after() {
        return after;
    }

    List<Change> news(List<Change> changes, List<Change> claims) {
        return java.util.stream.Stream.concat(changes.stream().filter(change -> change.seq() > after), claims.stream())
                .filter(change -> change.concerns(customer))
                .toList();
    }

    void wentOnTo(long seq) {
        after = Math.max(after, seq);
    }

    void say(List<Change> news) {
        var heard = new Heard(
                after, news.stream().map(Change::who).distinct().sorted().toList());
        write(SseEmitter.event().name("change").id(String.valueOf(after)).data(heard));
    }

    /** Shows both sides that the other is there; without it a proxy cuts the line and nobody notices. */
    void beat() {
        write(SseEmitter.event().name("beat").data(after));
    }

    /** The page has to go on without a stream. */
    void full() {
        write(SseEmitter.event().name("full").data(after));
        end();
    }

    void end() {
        emitter.complete();
    }

    /** A reader who does not take what was sent misses a beat, and holds up nobody. */
    private void write(SseEmitter.SseEventBuilder event) {
        if (isWriting.compareAndSet(false, true)) {
            try {
                emitter.send(event);
            } catch (IOException | IllegalStateException _) {
                emitter.complete(); // the reader is gone; the server has noticed as well
            } finally {
                isWriting.set(false);
            }
        }
    }

    /** What a page is told: how far it is now, and whose doing it was. */
    record Heard(long after, List<String> who) {}
}
