package dev.dunwell.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What terms of a name say from a day on. A version is never edited: a change is the next version, and an invoice keeps
 * the one it was issued under.
 *
 * @param number 1 for the first, counted within the name
 * @param author who wrote it
 */
public record TermsVersion(
        long id,
        String name,
        int number,
        LocalDate validFrom,
        Conditions conditions,
        String author,
        Instant recordedAt) {

    /** {@code net 30, version 2}. */
    public String title() {
        return name + ", version " + number;
    }
}
