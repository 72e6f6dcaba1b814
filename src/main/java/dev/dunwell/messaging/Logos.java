package dev.dunwell.messaging;

import org.jspecify.annotations.Nullable;

/** Asked for the logo that mails of an organisation carry. Messaging keeps none; who does implements this. */
public interface Logos {

    /** Of the organisation that is bound; null when it has none: its name stands in its place. */
    @Nullable
    Picture current();
}
