package dev.dunwell.portal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was said at the door and what came of it.
 *
 * @param kind question or dispute
 * @param number of the invoice it is about, null for everything
 * @param answer what the vendor answered; of a dispute how it ended; null while it is open
 * @param answeredBy who answered, null while it is open
 */
public record Said(
        String kind,
        LocalDate on,
        @Nullable String number,
        String text,
        @Nullable String answer,
        @Nullable LocalDate answeredOn,
        @Nullable String answeredBy) {}
