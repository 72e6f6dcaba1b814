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
 * @param pictures that its letter shows
 */
public record OutgoingMail(
        Mailbox from,
        @Nullable Mailbox replyTo,
        Mailbox to,
        String messageId,
        OffsetDateTime date,
        Letter letter,
        List<Attachment> attachments,
        Origin origin,
        List<Picture> pictures) {

    /**
     * Who wrote it.
     *
     * @param isAutomatic written by the house itself, which answering machines are told
     * @param inReplyTo the Message-ID that it answers, null when it answers none
     */
    public record Origin(boolean isAutomatic, @Nullable String inReplyTo) {

        static final Origin NIGHT = new Origin(true, null);

        public Origin {
            if (inReplyTo != null) {
                HeaderValue.checked("message id that is answered", inReplyTo);
            }
        }
    }

    private static final Pattern MESSAGE_ID = Pattern.compile("<[A-Za-z0-9._=+-]{1,128}@[A-Za-z0-9.-]{1,128}>");

    public OutgoingMail {
        if (!MESSAGE_ID.matcher(messageId).matches()) {
            throw new IllegalArgumentException("'%s' is not a message id like <unique@host>.".formatted(messageId));
        }
        HeaderValue.checked("subject", letter.subject());
        HeaderValue.checked("language", letter.language());
        attachments = List.copyOf(attachments);
        pictures = List.copyOf(pictures);
    }

    /** The same with these files. */
    OutgoingMail with(List<Attachment> files) {
        return new OutgoingMail(from, replyTo, to, messageId, date, letter, files, origin, pictures);
    }

    /** The same with pictures that its letter shows. */
    OutgoingMail showing(List<Picture> shown) {
        return new OutgoingMail(from, replyTo, to, messageId, date, letter, attachments, origin, shown);
    }

    /** A mail that the house writes by itself. */
    public OutgoingMail(
            Mailbox from,
            @Nullable Mailbox replyTo,
            Mailbox to,
            String messageId,
            OffsetDateTime date,
            Letter letter,
            List<Attachment> attachments) {
        this(from, replyTo, to, messageId, date, letter, attachments, Origin.NIGHT, List.of());
    }
}
