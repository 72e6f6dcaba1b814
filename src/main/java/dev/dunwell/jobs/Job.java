package dev.dunwell.jobs;

import dev.dunwell.access.Organisation;

/**
 * Work that is done once, later. A bean of it makes it known to {@link Jobs}. It may run twice, when a node dies just
 * after it is done: what it does must be harmless to repeat.
 */
public interface Job {

    /** Stable: it is written into the database. */
    String name();

    /**
     * Called with the organisation bound and without a transaction.
     *
     * @param what which thing of its kind, as the caller of {@link Jobs#schedule} named it
     */
    void work(Organisation organisation, String what);
}
