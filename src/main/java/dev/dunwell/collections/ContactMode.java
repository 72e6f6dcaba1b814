package dev.dunwell.collections;

/** How much a customer's reminders may run by themselves. */
public enum ContactMode {
    /** Steps run by themselves; only those that always need approval wait for it. */
    AUTOMATIC,
    /** Every mail waits for approval. */
    APPROVE,
    /** Nothing runs by itself; a person decides each step. */
    MANUAL
}
