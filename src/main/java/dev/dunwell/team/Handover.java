package dev.dunwell.team;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account or an invoice went from one person to another.
 *
 * @param invoiceId the single invoice, null for the whole account
 * @param from by name, null when nobody had it
 * @param to by name, null when nobody has it since
 * @param on the organisation's day
 */
public record Handover(
        long id,
        @Nullable Long invoiceId,
        @Nullable String from,
        @Nullable String to,
        LocalDate on,
        String reason,
        String author) {}
