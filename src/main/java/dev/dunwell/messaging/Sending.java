package dev.dunwell.messaging;

import java.time.Instant;

/** A message on its way through one sender, held with that sender's fence. */
record Sending(Departure departure, Instant claimedAt) {

    long id() {
        return departure.id();
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
