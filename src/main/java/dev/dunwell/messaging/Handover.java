package dev.dunwell.messaging;

/**
 * What became of a mail that was handed to a mail server. Only {@link NotSent} may be tried again by a machine; the
 * fault table behind this stands in {@code SmtpFaultsTest}.
 */
public sealed interface Handover {

    /** One sentence for the person who looks at the message. */
    String why();

    /** The server took the mail over and said so; whether it arrives is another matter. */
    record Sent(String why) implements Handover {}

    /**
     * The server does certainly not have the mail; try again later.
     *
     * @param isServerAway the next mail would fare the same: the server cannot be reached or does not let us in
     */
    record NotSent(String why, boolean isServerAway) implements Handover {}

    /**
     * The server will not take this mail, today or tomorrow.
     *
     * @param isBadAddress because the address itself is wrong; write to it again only when a person has looked
     */
    record Refused(String why, boolean isBadAddress) implements Handover {}

    /** The server was given the whole mail and its answer was lost: it may have been sent, so it is never repeated. */
    record Unknown(String why) implements Handover {}
}
