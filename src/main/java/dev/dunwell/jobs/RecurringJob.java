package dev.dunwell.jobs;

import dev.dunwell.access.Organisation;
import java.time.Duration;
import java.time.Instant;

/** Work that is done again and again for each organisation, by one node at a time. A bean of it sets it going. */
public interface RecurringJob {

    /** Stable: it is written into the database. */
    String name();

    /** The pause between the end of one turn and the beginning of the next. */
    Duration every();

    /**
     * Called for one organisation after the other, bound and without a transaction; a failure of one holds up no other.
     */
    void work(Organisation organisation, Instant now);
}
