package dev.dunwell.letters;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Letters that were printed together.
 *
 * @param hash of the one PDF that holds them all
 * @param postedOn the day they went to the post, null until then
 * @param undoneBy who put them back before that, null when nobody did
 */
public record LetterBatch(
        long id,
        int letters,
        String hash,
        Instant printedAt,
        String printedBy,
        @Nullable LocalDate postedOn,
        @Nullable String postedBy,
        @Nullable String undoneBy) {

    /** Whether it lies there and waits for the post. */
    public boolean isOpen() {
        return postedOn == null && undoneBy == null;
    }

    /** {@code letters-17.pdf}. */
    public String fileName() {
        return "letters-" + id + ".pdf";
    }

    public String state() {
        return postedOn != null ? "posted" : undoneBy != null ? "taken back" : "printed";
    }
}
