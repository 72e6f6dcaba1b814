package dev.dunwell.messaging;

import dev.dunwell.archive.Archive;
import java.time.Instant;
import java.util.Map;

/**
 * A message on its way through one sender, held with that sender's fence.
 *
 * @param files what goes along with it and its neighbours, by hash, as far as it was fetched ahead
 */
record Sending(Departure departure, Instant claimedAt, Map<String, byte[]> files) {

    long id() {
        return departure.id();
    }

    /** The mail with all that goes with it. */
    OutgoingMail mail(Archive archive) {
        return departure.whole(hash -> {
            byte[] ahead = files.get(hash);
            return ahead == null ? archive.bytes(hash) : ahead;
        });
    }

    /** Back to where it was before it was claimed. */
    Change back(String why) {
        return Change.to(waits(), id(), why);
    }

    /** The same, to be tried again from that moment. */
    Change back(String why, Instant from) {
        return new Change(id(), waits(), why, from, 0);
    }

    private State waits() {
        return departure.message().tries() == 0 ? State.PLANNED : State.RETRY;
    }
}
