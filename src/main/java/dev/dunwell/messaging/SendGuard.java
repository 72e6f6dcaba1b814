package dev.dunwell.messaging;

import java.util.Collection;
import java.util.Map;

/**
 * Asked in the claim transaction, just before messages leave: may they still? Messaging does not know that debts exist;
 * who does implements this.
 */
public interface SendGuard {

    /** @return for each message that must not leave, the reason for the person who asks why; the others are absent */
    Map<Long, String> stop(Collection<Long> messageIds);

    /** Whether it has anything to ask about messages that travel so; where not, it is not asked. */
    default boolean asksAbout(Way way) {
        return true;
    }
}
