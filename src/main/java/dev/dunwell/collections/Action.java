package dev.dunwell.collections;

/** What is to be done about one open item today. */
public enum Action {
    /** A mail is sent. */
    SEND,
    /** A person has something to do: a call, or a proposal to decide. */
    CALL,
    /** No step is due. */
    WAIT,
    /** The gate stops whatever would come. */
    HOLD
}
