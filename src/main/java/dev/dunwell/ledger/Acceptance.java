package dev.dunwell.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That a customer accepted a version of terms: the legal basis of what they say.
 *
 * @param terms name and version, in words
 * @param acceptedBy who agreed on the customer's side
 * @param evidence where the proof is: a file, a mail, an order
 * @param author who wrote it down
 */
public record Acceptance(
        long id,
        long termsId,
        String terms,
        long customerId,
        String customerName,
        String acceptedBy,
        LocalDate acceptedOn,
        String evidence,
        String author,
        Instant recordedAt) {}
