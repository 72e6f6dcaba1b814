package dev.dunwell.messaging;

/** The way out of the house for organisations whose mail is live. */
interface MailServer {

    /** Whether an administrator has named one; until then mail waits. */
    boolean isNamed();

    MailTransport open();

    /** Over how many connections at once mail leaves; at least one. */
    int connections();
}
