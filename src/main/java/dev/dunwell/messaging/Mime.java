package dev.dunwell.messaging;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Turns an outgoing mail into the message that travels (RFC 5322, MIME); the same mail gives the same head. */
final class Mime {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);

    private static final String LINE_END = "\r\n";

    private Mime() {}

    static MimeMessage message(OutgoingMail mail) {
        try {
            return written(mail);
        } catch (MessagingException e) {
            throw new IllegalStateException("a checked mail can always be written", e);
        }
    }

    private static MimeMessage written(OutgoingMail mail) throws MessagingException {
        var message = new IdentifiedMessage(mail.messageId());
        message.setHeader("Date", DATE.format(mail.date()));
        message.setFrom(address(mail.from()));
        if (mail.replyTo() != null) {
            message.setReplyTo(new Address[] {address(mail.replyTo())});
        }
        message.setRecipient(MimeMessage.RecipientType.TO, address(mail.to()));
        message.setSubject(mail.letter().subject(), UTF_8);
        // RFC 3834: tells answering machines not to answer a machine.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContentLanguage(new String[] {mail.letter().language()});
        message.setContent(content(mail));
        message.saveChanges();
        return message;
    }

    private static InternetAddress address(Mailbox mailbox) {
        try {
            return mailbox.name().isEmpty()
                    ? new InternetAddress(mailbox.address(), null, UTF_8)
                    : new InternetAddress(mailbox.address(), mailbox.name(), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java knows UTF-8", e);
        }
    }

    private static MimeMultipart content(OutgoingMail mail) throws MessagingException {
        var words = new MimeMultipart(
                "alternative",
                text(mail.letter().text(), "plain"),
                text(mail.letter().html(), "html"));
        if (mail.attachments().isEmpty()) {
            return words;
        }
        var letter = new MimeBodyPart();
        letter.setContent(words);
        var all = new MimeMultipart("mixed", letter);
        for (Attachment attachment : mail.attachments()) {
            all.addBodyPart(file(attachment));
        }
        return all;
    }

    private static MimeBodyPart text(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text.lines().collect(Collectors.joining(LINE_END, "", LINE_END)), UTF_8, kind);
        return part;
    }

    private static MimeBodyPart file(Attachment attachment) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.mediaType())));
        part.setFileName(attachment.fileName());
        part.setDisposition(Part.ATTACHMENT);
        return part;
    }

    /** Keeps the id it was given, where the library would make up a new one. */
    private static final class IdentifiedMessage extends MimeMessage {
        private final String id;

        IdentifiedMessage(String id) {
            super((Session) null);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
