package dev.dunwell.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message goes on to another state.
 *
 * @param detail one sentence for the person who looks at the message
 * @param leaveAt when it may leave next, null for no change
 * @param tries how many tries this adds
 */
record Change(long id, State state, String detail, @Nullable Instant leaveAt, int tries) {

    static Change to(State state, long id, String detail) {
        return new Change(id, state, detail, null, 0);
    }

    /** It waits for its hour where it stands. */
    static Change waiting(DueMessage message, SendHours.Wait wait) {
        State stays = message.tries() == 0 ? State.PLANNED : State.RETRY;
        return new Change(message.id(), stays, wait.why(), wait.until(), 0);
    }

    /** What a handover comes to, for a message tried {@code before} times in vain. */
    static Change after(Handover handover, long id, int before, Instant now) {
        return switch (handover) {
            case Handover.Sent sent -> to(State.SENT, id, sent.why());
            case Handover.Refused refused -> to(State.FAILED, id, refused.why());
            case Handover.Unknown unknown -> to(State.UNKNOWN, id, unknown.why());
            case Handover.NotSent notSent ->
                Backoff.after(before + 1)
                        .map(pause -> new Change(id, State.RETRY, notSent.why(), now.plus(pause), 1))
                        .orElseGet(() -> to(State.FAILED, id, "Given up after three days. " + notSent.why()));
        };
    }
}
