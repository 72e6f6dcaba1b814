package dev.dunwell.statements;

import java.time.Instant;
import java.time.LocalDate;

/** A statement that was made, kept as a PDF by what it contains. */
public record Paper(
        long id,
        long customerId,
        String customerNumber,
        Statement.Kind kind,
        LocalDate from,
        LocalDate to,
        Instant knownAt,
        String language,
        String hash,
        Instant madeAt,
        String madeBy) {

    /** {@code statement-C-17-2026-03-31.pdf}. */
    public String fileName() {
        return fileName(kind, customerNumber, to);
    }

    static String fileName(Statement.Kind kind, String customerNumber, LocalDate to) {
        String name = kind == Statement.Kind.CONFIRMATION ? "balance-confirmation" : "statement";
        return "%s-%s-%s.pdf".formatted(name, customerNumber.replaceAll("[^A-Za-z0-9._-]", "_"), to);
    }
}
