package dev.dunwell.access;

import java.io.Serializable;

/** All that a session remembers: who signed in and which organisation they chose. What they may is asked every time. */
public record SignedIn(long personId, int organisationId) implements Serializable {

    private static final long serialVersionUID = 1;

    /** The name under which a person's sessions are found, to end them. */
    public String principalName() {
        return principalName(personId);
    }

    public static String principalName(long personId) {
        return "person:" + personId;
    }
}
