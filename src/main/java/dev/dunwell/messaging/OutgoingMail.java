package dev.dunwell.messaging;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One letter on its way to one reader. Everything that ends in the head of the mail is checked here.
 *
 * @param replyTo where answers go, null for the sender
 * @param messageId {@code <…@host>}, the same on every attempt, so that a reader can see that two copies are one
 * @param date when it is sent, in the zone of the organisation
 */
public record OutgoingMail(
        Mailbox from,
        @Nullable Mailbox replyTo,
        Mailbox to,
        String messageId,
        OffsetDateTime date,
        Letter letter,
        List<Attachment> attachments) {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[A-Za-z0-9._=+-]{1,128}@[A-Za-z0-9.-]{1,128}>");

    public OutgoingMail {
        if (!MESSAGE_ID.matcher(messageId).matches()) {
            throw new IllegalArgumentException("'%s' is not a message id like <unique@host>.".formatted(messageId));
        }
        HeaderValue.checked("subject", letter.subject());
        HeaderValue.checked("language", letter.language());
        attachments = List.copyOf(attachments);
    }
}
