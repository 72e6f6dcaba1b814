package dev.dunwell.timeline;

import dev.dunwell.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a customer.
 *
 * @param on the day it counts for, and {@code at} the moment it was written down
 * @param subjectId its id among its kind
 * @param invoiceId the invoice it is about, if about one
 * @param title a document's number, a payer's reference, the outcome of a contact, the template of a message; may be
 *     empty
 * @param detail what was said, the reason, or the address; may be empty
 * @param amount below zero where a refund, a transfer or a reversal was taken back
 * @param until the day it runs to, or is expected on
 * @param state where it stands, {@code broken}; may be empty
 * @param author who did it; empty for a document
 * @param mood how a contact went, {@code tense}; empty where nobody noted it
 */
public record Entry(
        LocalDate on,
        Instant at,
        Kind kind,
        long subjectId,
        @Nullable Long invoiceId,
        String title,
        String detail,
        @Nullable Money amount,
        @Nullable LocalDate until,
        String state,
        String author,
        String mood) {}
