package dev.dunwell.messaging;

import java.util.Locale;
import java.util.Set;

/** Where a message is on its way. */
public enum State {
    /** Waits for its hour, and may be recalled until then. */
    PLANNED("planned"),
    /** A sender holds it and has not begun. */
    CLAIMED("leaving"),
    /** May be with the mail server; never begun again by a machine. */
    SENDING("leaving"),
    /** Certainly not sent; tried again later. */
    RETRY("to be tried again"),
    /** Lies on paper and waits for the post. */
    PRINTED("printed"),
    /** The mail server took it over, or it was posted. */
    SENT("sent"),
    /** Will not leave; a person decides what to do. */
    FAILED("failed"),
    /** May have been sent; a person decides whether it is repeated. */
    UNKNOWN("unconfirmed"),
    /** A person kept it back in time. */
    RECALLED("recalled"),
    /** Kept back because the reason for it was gone. */
    WITHDRAWN("withdrawn");

    /** What has not left and may leave when its time comes. */
    static final Set<State> WAITING = Set.of(PLANNED, RETRY);

    /** What has not left the house. */
    static final Set<State> RECALLABLE = Set.of(PLANNED, RETRY, PRINTED);

    /** What only a person moves on. */
    static final Set<State> STUCK = Set.of(FAILED, UNKNOWN);

    private final String title;

    State(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** The name in the database and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static State ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public boolean isWaiting() {
        return WAITING.contains(this);
    }

    public boolean isRecallable() {
        return RECALLABLE.contains(this);
    }

    public boolean isStuck() {
        return STUCK.contains(this);
    }
}
