package dev.dunwell.invoicing;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document that was issued.
 *
 * @param invoiceId what it is in the ledger; null for a credit note
 * @param creditNoteId what it is in the ledger; null for every other
 * @param creditedBy the number of the credit note that took it back; null while none did
 * @param files by their form, {@code pdf}, {@code cii} or {@code ubl}, the hash by which the archive opens them
 */
public record Issued(
        long id,
        long customerId,
        @Nullable Long invoiceId,
        @Nullable Long creditNoteId,
        @Nullable String creditedBy,
        Content content,
        Map<String, String> files,
        String author,
        Instant issuedAt) {

    public Issued {
        files = Map.copyOf(files);
    }

    public String number() {
        return content.number();
    }
}
