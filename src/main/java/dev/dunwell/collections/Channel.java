package dev.dunwell.collections;

import java.util.Locale;

/** How a step reaches the customer, or who has to see to it. */
public enum Channel {
    /** The accounting system has sent the invoice itself; nothing is left to do. */
    ACCOUNTING("sent by accounting"),
    /** A mail, sent by us. */
    MAIL("e-mail"),
    /** A letter on paper, printed and posted. */
    LETTER("letter"),
    /** A notice in the customer's portal. */
    PORTAL("portal notice"),
    /** A short message to a telephone. */
    SMS("SMS"),
    /** A call, made by a person. */
    CALL("call"),
    /** A proposal to hand over to an agency, decided by a person. */
    PROPOSAL("proposal");

    private final String title;

    Channel(String title) {
        this.title = title;
    }

    /** Inside a sentence. */
    public String title() {
        return title;
    }

    /** The name in the database and in the API, {@code mail}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it brings the customer words of a template. */
    public boolean isWritten() {
        return this == MAIL || this == LETTER || this == PORTAL || this == SMS;
    }
}
