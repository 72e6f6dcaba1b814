package dev.dunwell.statements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Statements for many customers at once.
 *
 * @param knownAt the moment whose knowledge all of them use
 * @param search part of the name or number; null: all
 * @param tag null: all
 * @param total how many there will be; 0 until they are counted
 * @param hash of the ZIP, null until it is done
 * @param problem why it failed, else null
 */
public record StatementRun(
        long id,
        Statement.Kind kind,
        LocalDate from,
        LocalDate to,
        Instant knownAt,
        @Nullable String search,
        @Nullable String tag,
        int total,
        int done,
        State state,
        @Nullable String problem,
        @Nullable String hash,
        Instant askedAt,
        String askedBy) {

    /** How far it is. */
    public enum State {
        PRINTING,
        DONE,
        FAILED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isPrinting() {
        return state == State.PRINTING;
    }

    /** {@code statements-7-2026-03-31.zip}. */
    public String fileName() {
        return "statements-%d-%s.zip".formatted(id, to);
    }
}
