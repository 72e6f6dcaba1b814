package dev.dunwell.conversations.reading;

import dev.dunwell.conversations.mime.Head;
import dev.dunwell.conversations.mime.HtmlText;
import dev.dunwell.conversations.mime.MailParts;
import dev.dunwell.conversations.mime.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mail as the house understands it. Nothing in it is proved: whoever writes a mail chooses its sender.
 *
 * @param messageId with its angle brackets, empty when it has none
 * @param fromAddress in small letters, empty when there is none
 * @param toAddresses everybody it names as a reader: To, Cc, Delivered-To and X-Original-To
 * @param references Message-IDs that it answers or goes on from, the nearest first
 * @param subject one line
 * @param said the words in their kinds
 * @param reports what a mail server says became of mails of ours; empty for other mails
 */
public record IncomingMail(
        String messageId,
        String fromAddress,
        String fromName,
        Set<String> toAddresses,
        List<String> references,
        String subject,
        Writer writer,
        Said said,
        List<Attached> attachments,
        List<DeliveryReport> reports) {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s\\p{Cc}]{3,250}>");
    private static final Pattern ADDRESS = Pattern.compile(Transcript.ADDRESS);
    private static final int MOST_ATTACHMENTS = 50;
    private static final int LONGEST_SUBJECT = 300;

    public IncomingMail {
        toAddresses = Set.copyOf(toAddresses);
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
        reports = List.copyOf(reports);
    }

    /** The same mail when more is known of who wrote it. */
    public IncomingMail by(Writer known) {
        return new IncomingMail(
                messageId, fromAddress, fromName, toAddresses, references, subject, known, said, attachments, reports);
    }

    /** Reads a mail as it came. There is an answer for any bytes. */
    public static IncomingMail of(byte[] raw) {
        Part mail = MailParts.of(raw);
        Head head = mail.head();
        List<DeliveryReport> reports = DeliveryReports.of(mail);
        Said said = Quotes.fold(words(mail));
        String subject = head.text("Subject");
        String from = head.text("From");
        String address = address(head.raw("From"));
        return new IncomingMail(
                ids(List.of(head.raw("Message-ID"))).stream().findFirst().orElse(""),
                address,
                name(from, address),
                readers(head),
                references(head),
                subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT),
                Writer.of(head, !reports.isEmpty(), subject, said.answer()),
                said,
                attachments(mail),
                reports);
    }

    private static String words(Part mail) {
        String plain = texts(mail, "text/plain").stream().map(Part::text).collect(Collectors.joining("\n\n"));
        return plain.isBlank()
                ? texts(mail, "text/html").stream()
                        .map(part -> HtmlText.of(part.text()))
                        .collect(Collectors.joining("\n\n"))
                : plain;
    }

    private static List<Part> texts(Part mail, String type) {
        return mail.walk()
                .filter(part -> part.is(type) && !part.isAttachment())
                .limit(10)
                .toList();
    }

    private static List<Attached> attachments(Part mail) {
        List<Attached> files = new ArrayList<>();
        mail.walk()
                .filter(part -> !part.isMultipart() && isFile(part))
                .limit(MOST_ATTACHMENTS)
                .forEach(part -> files.add(Attached.of(name(part), part.type(), part.content(), files.size() + 1)));
        return files;
    }

    private static boolean isFile(Part part) {
        boolean isWords = part.type().startsWith("text/") && part.fileName().isEmpty() && !part.isAttachment();
        return !isWords && part.content().length > 0;
    }

    private static String name(Part part) {
        return part.fileName().isEmpty() && part.is("message/rfc822") ? "mail.eml" : part.fileName();
    }

    private static Set<String> readers(Head head) {
        Set<String> readers = new LinkedHashSet<>();
        for (String field : List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")) {
            head.all(field)
                    .forEach(raw -> ADDRESS.matcher(raw)
                            .results()
                            .limit(50)
                            .forEach(found -> readers.add(Transcript.clean(found.group()))));
        }
        return readers;
    }

    private static List<String> references(Head head) {
        List<String> answers = ids(head.all("In-Reply-To"));
        List<String> thread = ids(head.all("References")).reversed();
        Set<String> all = new LinkedHashSet<>(answers);
        all.addAll(thread);
        return all.stream().limit(50).toList();
    }

    private static List<String> ids(List<String> fields) {
        return fields.stream()
                .flatMap(raw -> MESSAGE_ID.matcher(raw).results())
                .map(found -> found.group())
                .distinct()
                .toList();
    }

    /** The address in angle brackets, because a name may look like one too. */
    private static String address(String raw) {
        Matcher bracketed =
                Pattern.compile("<\\s*(" + Transcript.ADDRESS + ")\\s*>\\s*$").matcher(raw);
        Matcher plain = ADDRESS.matcher(raw);
        String found = bracketed.find() ? bracketed.group(1) : plain.find() ? plain.group() : "";
        return Transcript.clean(found).toLowerCase(Locale.ROOT);
    }

    private static String name(String from, String address) {
        String name = from.replaceAll("<[^>]*>\\s*$", "").replaceAll("^[\\s\"']+|[\\s\"']+$", "");
        return name.isEmpty() || name.equalsIgnoreCase(address) ? "" : name.substring(0, Math.min(name.length(), 200));
    }
}
