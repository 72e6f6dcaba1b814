package dev.dunwell.copies;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that shows an invoice as it was issued.
 *
 * @param id null for the e-invoice that the invoice came in, which belongs to its import
 * @param size in bytes
 * @param hash by which the archive opens it
 */
public record InvoiceCopy(
        @Nullable Long id,
        long invoiceId,
        String fileName,
        String mediaType,
        long size,
        String hash,
        String author,
        Instant keptAt) {}
