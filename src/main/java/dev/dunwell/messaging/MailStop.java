package dev.dunwell.messaging;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that keeps mail in the house until a person, or the night itself, lets it go.
 *
 * @param windowOn the night whose messages stay; null: nothing leaves
 */
public record MailStop(long id, Kind kind, @Nullable LocalDate windowOn, String reason, String author, Instant since) {

    /** Why it keeps mail. */
    public enum Kind {
        /** The night is still being decided; its messages leave together or not at all. */
        DECIDING,
        /** The night wants more than is usual; a person looks first. */
        BRAKE,
        /** Somebody stopped everything. */
        ALL,
        /** Somebody stopped everything, for all organisations of the installation. */
        INSTALLATION
    }
}
