package dev.dunwell.messaging;

import jakarta.mail.Address;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Turns an outgoing mail into the message that travels (RFC 5322, MIME); the same mail gives the same bytes.
 *
 * <p>Written by hand: the library searches the class path again for every part that it makes, which costs ten times as
 * much as everything else about a mail.
 */
final class Mime {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);
    private static final Session SESSION = Session.getInstance(new Properties());

    private static final String LINE_END = "\r\n";
    /** Neither quoted-printable nor base64 can contain them, so no letter ends its part early (RFC 2045 6.7). */
    private static final String WORDS = "=_words_=";

    private static final String FILES = "=_files_=";
    private static final String PICTURES = "=_pictures_=";

    private Mime() {}

    /** For a mail server. */
    static MimeMessage message(OutgoingMail mail) {
        return new Written(mail);
    }

    /** What the library needs to know of a mail to hand it over as it is; it would read it all again to know more. */
    private static final class Written extends MimeMessage {

        private final OutgoingMail mail;

        Written(OutgoingMail mail) {
            super(SESSION);
            this.mail = mail;
        }

        @Override
        public Address[] getFrom() throws AddressException {
            return new Address[] {new InternetAddress(mail.from().address())};
        }

        @Override
        public Address[] getAllRecipients() throws AddressException {
            return new Address[] {new InternetAddress(mail.to().address())};
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException {
            out.write(bytes(mail));
        }
    }

    /** As it travels: lines end with CR LF, and all of it is ASCII. */
    static byte[] bytes(OutgoingMail mail) {
        var out = new ByteArrayOutputStream(mail.letter().html().length() * 2);
        try {
            write(head(mail), out);
            if (mail.attachments().isEmpty()) {
                writeWords(mail, out);
            } else {
                write("Content-Type: multipart/mixed; boundary=\"" + FILES + "\"\r\n\r\n--" + FILES + LINE_END, out);
                writeWords(mail, out);
                for (Attachment attachment : mail.attachments()) {
                    write("\r\n--" + FILES + LINE_END, out);
                    writeFile(attachment, out);
                }
                write("\r\n--" + FILES + "--\r\n", out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String head(OutgoingMail mail) throws UnsupportedEncodingException {
        var head = new StringBuilder();
        field(head, "Date", DATE.format(mail.date()));
        field(head, "From", address(mail.from()));
        if (mail.replyTo() != null) {
            field(head, "Reply-To", address(mail.replyTo()));
        }
        field(head, "To", address(mail.to()));
        field(head, "Subject", MimeUtility.encodeText(mail.letter().subject(), UTF_8, null));
        field(head, "Message-ID", mail.messageId());
        String answered = mail.origin().inReplyTo();
        if (answered != null) {
            field(head, "In-Reply-To", answered);
            field(head, "References", answered);
        }
        if (mail.origin().isAutomatic()) {
            // RFC 3834: tells answering machines not to answer a machine.
            field(head, "Auto-Submitted", "auto-generated");
        }
        field(head, "Content-Language", mail.letter().language());
        field(head, "MIME-Version", "1.0");
        return head.toString();
    }

    private static void field(StringBuilder head, String name, String value) {
        head.append(name)
                .append(": ")
                .append(MimeUtility.fold(name.length() + 2, value))
                .append(LINE_END);
    }

    private static String address(Mailbox mailbox) throws UnsupportedEncodingException {
        return mailbox.name().isEmpty()
                ? mailbox.address()
                : new InternetAddress(mailbox.address(), mailbox.name(), UTF_8).toString();
    }

    private static void writeWords(OutgoingMail mail, ByteArrayOutputStream out) throws IOException {
        write("Content-Type: multipart/alternative; boundary=\"" + WORDS + "\"\r\n", out);
        writeText(WORDS, "plain", mail.letter().text(), out);
        if (mail.pictures().isEmpty()) {
            writeText(WORDS, "html", mail.letter().html(), out);
        } else {
            write(
                    "\r\n--" + WORDS + "\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"" + PICTURES
                            + "\"\r\n",
                    out);
            writeText(PICTURES, "html", mail.letter().html(), out);
            for (Picture picture : mail.pictures()) {
                write(
                        "\r\n--" + PICTURES + "\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n",
                        out);
                write("Content-ID: <" + picture.name() + ">\r\nContent-Disposition: inline\r\n\r\n", out);
                out.write(Base64.getMimeEncoder().encode(picture.png()));
            }
            write("\r\n--" + PICTURES + "--\r\n", out);
        }
        write("\r\n--" + WORDS + "--\r\n", out);
    }

    private static void writeText(String boundary, String kind, String text, ByteArrayOutputStream out)
            throws IOException {
        write("\r\n--" + boundary + "\r\nContent-Type: text/" + kind + "; charset=UTF-8\r\n", out);
        write("Content-Transfer-Encoding: quoted-printable\r\n\r\n", out);
        write(QuotedPrintable.of(text.lines().collect(Collectors.joining(LINE_END, "", LINE_END))), out);
    }

    private static void writeFile(Attachment attachment, ByteArrayOutputStream out) throws IOException {
        var name = new ParameterList();
        name.set("filename", attachment.fileName(), UTF_8);
        var head = new StringBuilder();
        field(head, "Content-Type", attachment.mediaType());
        field(head, "Content-Transfer-Encoding", "base64");
        field(head, "Content-Disposition", new ContentDisposition(Part.ATTACHMENT, name).toString());
        write(head + LINE_END, out);
        out.write(Base64.getMimeEncoder().encode(attachment.content()));
    }

    private static void write(String ascii, ByteArrayOutputStream out) throws IOException {
        out.write(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
