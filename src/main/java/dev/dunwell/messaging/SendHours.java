package dev.dunwell.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Asked at the hand-over, when messages that may leave are about to: is it their hour? Messaging does not know where
 * recipients are; who does implements this.
 */
public interface SendHours {

    /** @return for each message whose hour has not come, until when it waits; the others are absent */
    Map<Long, Wait> notYet(Collection<Long> messageIds, Instant now);

    /** @param why one sentence for the person who looks at the message */
    record Wait(Instant until, String why) {}
}
