package dev.dunwell.messaging;

import java.util.function.BooleanSupplier;

/** A way for mails to leave. One for a batch and one thread: it keeps its connection until it is closed. */
public interface MailTransport extends AutoCloseable {

    /**
     * Hands one mail over, once. Does not throw for anything that happens on the way.
     *
     * @param lastLook asked at the last moment at which the mail can still be kept back; false keeps it back
     */
    Handover hand(OutgoingMail mail, BooleanSupplier lastLook);

    @Override
    void close();
}
