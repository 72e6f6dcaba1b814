package dev.dunwell.conversations;

import dev.dunwell.conversations.reading.DeliveryReport;
import dev.dunwell.conversations.reading.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came, as people look at it. What it says is never changed; whose it is and who dealt with it may be.
 *
 * @param by how its customer is known, {@code token}, {@code message_id}, {@code sender}, {@code number} or
 *     {@code person}; null with the customer
 * @param aboutId the message of ours that it answers
 * @param awayUntil the last day on which its writer is away
 * @param assignee the colleague who looks after it
 * @param settledOn the day somebody took it off the inbox, null while it is unread
 */
public record ReceivedMail(
        long id,
        Instant receivedAt,
        String fromAddress,
        String fromName,
        String subject,
        Writer writer,
        String answer,
        String quoted,
        String signature,
        String messageId,
        String rawHash,
        @Nullable Long aboutId,
        @Nullable LocalDate awayUntil,
        @Nullable Long customerId,
        @Nullable String customerName,
        @Nullable String by,
        boolean isKnownSender,
        @Nullable String assignee,
        @Nullable LocalDate settledOn,
        @Nullable String settledBy) {

    /** A file that came with it. */
    public record File(int number, String name, String mediaType, long size, String hash) {}

    /** Something that was done with it. */
    public record Step(
            Instant at,
            String what,
            String author,
            @Nullable Long messageId) {}

    /** What a mail server says in it. */
    public record Report(
            DeliveryReport.Kind kind,
            String address,
            String status,
            String said,
            @Nullable Long messageId) {}

    /** It with all that hangs on it. */
    public record Whole(ReceivedMail mail, List<File> files, List<Step> steps, List<Report> reports) {}

    /** Whom it is from, for lists. */
    public String from() {
        if (fromName.isEmpty()) {
            return fromAddress.isEmpty() ? "Unknown sender" : fromAddress;
        } else {
            return fromName;
        }
    }

    public boolean isUnread() {
        return settledOn == null;
    }

    /** The first words, for lists. */
    public String beginning() {
        String words =
                (answer.isBlank() ? quoted : answer).replaceAll("\\s+", " ").strip();
        return words.length() <= 140 ? words : words.substring(0, 140) + "…";
    }

    /** How its customer is known, as a sentence for the reader. */
    public String howKnown() {
        return switch (by == null ? "" : by) {
            case "token" -> "It answers a mail of ours, by its token.";
            case "message_id" -> "It says that it answers a mail of ours.";
            case "sender" -> "Known by the sender’s address alone, which anybody can write.";
            case "number" -> "Known by the invoice it names alone.";
            case "person" -> "A colleague said so.";
            default -> "Nobody knows yet whose it is.";
        };
    }
}
