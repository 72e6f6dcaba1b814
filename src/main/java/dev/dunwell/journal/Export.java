package dev.dunwell.journal;

import java.time.Instant;
import java.util.List;

/**
 * A batch that went to the general ledger: what became known after one moment and until another.
 *
 * @param leftOut postings that the DATEV files could not hold, because they know two decimals
 */
public record Export(
        long id,
        Instant knownAfter,
        Instant knownUntil,
        int postings,
        int leftOut,
        Instant exportedAt,
        String exportedBy,
        List<File> files) {

    /** A file of it, kept as it was made. */
    public record File(String name, String hash) {}
}
