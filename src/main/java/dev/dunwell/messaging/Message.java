package dev.dunwell.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as people look at it.
 *
 * @param customerNumber as the accounting knows the customer
 * @param stage of the conversation, from 1
 * @param items numbers of the invoices it is about
 * @param windowOn the night it was written for
 * @param subject null until its words are written, just before it leaves; the same for {@code letter}
 * @param detail what became of it, one sentence
 * @param version of the text it was written from, 0 as shipped; null until its words are written
 * @param postedOn the day a letter on paper went to the post
 */
public record Message(
        long id,
        long customerId,
        String customerNumber,
        String customerName,
        int stage,
        String template,
        List<String> items,
        LocalDate windowOn,
        State state,
        String toName,
        String toAddress,
        @Nullable String subject,
        Instant leaveAt,
        @Nullable Instant sentAt,
        int tries,
        String messageId,
        @Nullable String detail,
        Way way,
        Tone tone,
        @Nullable Integer version,
        @Nullable LocalDate postedOn) {

    /** {@code Friendly again}. */
    public String title() {
        String words = template.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
