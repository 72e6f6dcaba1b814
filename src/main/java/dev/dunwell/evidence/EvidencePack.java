package dev.dunwell.evidence;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A pack that was made, kept as a paper and as a ZIP by what they contain.
 *
 * @param invoiceId the one invoice it is about, null for all that the customer owes
 * @param head the last hash of its chain, in hexadecimal
 */
public record EvidencePack(
        long id,
        long customerId,
        String customerNumber,
        @Nullable Long invoiceId,
        @Nullable String invoiceNumber,
        LocalDate day,
        String head,
        String pdfHash,
        String zipHash,
        int files,
        Instant madeAt,
        String madeBy) {

    /** {@code evidence-C-17-INV-4-2026-11-23}, without an ending. */
    public String name() {
        String about = invoiceNumber == null ? customerNumber : customerNumber + "-" + invoiceNumber;
        return "evidence-%s-%s".formatted(about.replaceAll("[^A-Za-z0-9._-]", "_"), day);
    }
}
