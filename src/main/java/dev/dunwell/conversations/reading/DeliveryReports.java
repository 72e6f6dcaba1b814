package dev.dunwell.conversations.reading;

import dev.dunwell.conversations.mime.Part;
import dev.dunwell.conversations.reading.DeliveryReport.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads reports of mail servers: those for programs (RFC 3464, RFC 5965 for complaints, notices of Amazon SES) and
 * those written for people, as qmail, Exim, Exchange and many more send them. Pure.
 */
public final class DeliveryReports {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.MULTILINE;
    private static final Pattern DAEMON = Pattern.compile(
            "mailer.?daemon|postmaster|mail.?deliver\\w*.?(?:sub)?system|mail administrator"
                    + "|delivery.?status|ndr administrator",
            FLAGS);
    private static final Pattern SUBJECT = Pattern.compile(
            "undeliver|delivery.{0,20}(?:fail|status|notif|problem|report)|fail\\w*.{0,12}(?:notice"
                    + "|deliver)|returned mail|mail failure"
                    + "|mail.{0,12}(?:error|failed)|could not (?:be delivered|send)|error sending"
                    + "|delayed.{0,12}(?:mail|message)|unzustellbar"
                    + "|nicht zugestellt|rejected mail|loop alert|warning: (?:could not|message)"
                    + "|non remis|no se (?:puede|pudo) entregar|メールエラー",
            FLAGS);
    private static final Pattern TEXT = Pattern.compile(
            "(?:could|can) ?not be delivered|unable to deliver|was(?: not|n.t) (?:able to deliver"
                    + "|delivered)|delivery (?:has )?failed"
                    + "|permanent (?:fatal )?error|undeliverable|failed permanently"
                    + "|did not reach the following|message could not be"
                    + "|error occurred while (?:trying|attempting)|returning message to sender"
                    + "|user unknown|following address(?:\\(es\\))? failed"
                    + "|there was an error delivering|had trouble delivering|delivery (?:errors"
                    + "|problems)|duplicated message-id",
            FLAGS);
    private static final Pattern NOTICE =
            Pattern.compile("\"notificationType\"\\s*:\\s*\"(Complaint|Delivery|Bounce)\"");
    private static final Pattern NOTICED = Pattern.compile(
            "\"(?:emailAddress\"\\s*:|recipients\"\\s*:\\s*\\[|destination\"\\s*:\\s*\\[)\\s*\"([^\"]+)\"");
    private static final Pattern MESSAGE_ID = Pattern.compile("^\\s*Message-ID\\s*:\\s*(<[^<>\\s]{3,250}>)", FLAGS);

    private DeliveryReports() {}

    /** What the mail reports, one for each address; empty when it is no report. */
    public static List<DeliveryReport> of(Part mail) {
        String about = about(mail);
        Part feedback = mail.first("message/feedback-report");
        if (feedback != null || mail.head().text("Subject").startsWith("complaint about message from")) {
            String whom = complained(mail, feedback == null ? "" : feedback.text());
            return List.of(new DeliveryReport(Kind.COMPLAINT, whom, "", "Called unwanted by its reader.", about));
        }
        Part receipt = mail.first("message/disposition-notification");
        if (receipt != null) {
            return List.of(receipt(fields(receipt.text()), about));
        }
        String text = mail.is("text/plain") ? mail.text() : "";
        Matcher notice = NOTICE.matcher(text);
        if (notice.find()) {
            return List.of(notice(notice.group(1), text, about));
        }
        Part nested = nested(mail);
        if (nested != null) {
            return of(nested);
        }
        if (!isReport(mail)) {
            return List.of();
        }
        Transcript transcript = Transcript.of(mail);
        List<DeliveryReport> groups = StatusGroups.of(mail, transcript, about);
        return groups.isEmpty() ? inWords(mail, transcript, about) : groups;
    }

    /** A report in a report, as gateways pass it on. */
    private static @Nullable Part nested(Part mail) {
        return mail.first("message/delivery-status") != null
                ? null
                : mail.walk()
                        .filter(part ->
                                part.is("message/rfc822") && !part.parts().isEmpty())
                        .map(part -> part.parts().getFirst())
                        .filter(part -> part.first("message/delivery-status") != null)
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isReport(Part mail) {
        if (mail.first("message/delivery-status") != null || mail.head().has("X-Failed-Recipients")) {
            return true;
        }
        String from = mail.head().raw("From") + " " + mail.head().raw("Return-Path");
        boolean isDaemon =
                DAEMON.matcher(from).find() || mail.head().raw("Return-Path").equals("<>");
        boolean isSubject = SUBJECT.matcher(mail.head().text("Subject")).find();
        String text = Transcript.of(mail).text();
        return isSubject && (isDaemon || TEXT.matcher(text).find())
                || isDaemon && TEXT.matcher(text).find();
    }

    private static List<DeliveryReport> inWords(Part mail, Transcript transcript, String about) {
        Set<String> own = Transcript.addresses(mail.head().raw("To"));
        Map<String, String> blocks = transcript.blocks(own);
        for (String failed : Transcript.addresses(String.join(",", mail.head().all("X-Failed-Recipients")))) {
            if (blocks.isEmpty() || blocks.size() > 1 && !blocks.containsKey(failed)) {
                blocks.put(failed, transcript.text());
            }
        }
        if (blocks.isEmpty()) {
            blocks.put(enclosedTo(mail, transcript), transcript.text());
        }
        List<DeliveryReport> reports = new ArrayList<>();
        blocks.forEach((address, words) -> reports.add(inWords(address, words, transcript.text(), about)));
        return reports;
    }

    private static DeliveryReport inWords(String address, String words, String all, String about) {
        String own = words.replace(address, "").replaceAll("[^\\p{L}\\d]", "");
        String said = own.length() < 12 ? all : words;
        String status = Verdicts.status(said);
        return new DeliveryReport(Verdicts.of("", status, said), address, status, oneLine(said), about);
    }

    private static DeliveryReport notice(String type, String text, String about) {
        Matcher address = NOTICED.matcher(text);
        String whom = address.find() ? Transcript.clean(address.group(1)) : "";
        Kind kind = switch (type) {
            case "Complaint" -> Kind.COMPLAINT;
            case "Delivery" -> Kind.DELIVERED;
            default -> text.contains("\"Permanent\"") ? Verdicts.of("", "", text) : Kind.SOFT;
        };
        return new DeliveryReport(kind, whom, Verdicts.status(text), type, about);
    }

    /** What a reader's program says (RFC 8098); deleted unread it had still arrived. */
    private static DeliveryReport receipt(Map<String, String> fields, String about) {
        String disposition = fields.getOrDefault("disposition", "").toLowerCase(Locale.ROOT);
        String named = fields.getOrDefault("original-message-id", "").strip();
        String whom = Transcript.addresses(fields.getOrDefault("final-recipient", "")).stream()
                .findFirst()
                .orElse("");
        return new DeliveryReport(
                disposition.contains("displayed") ? Kind.READ : Kind.DELIVERED,
                whom,
                "",
                oneLine(disposition),
                named.matches("<[^<>\\s]{3,250}>") ? named : about);
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        text.lines()
                .filter(line -> line.contains(":"))
                .forEach(line -> fields.putIfAbsent(
                        line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT),
                        line.substring(line.indexOf(':') + 1)));
        return fields;
    }

    private static String complained(Part mail, String feedback) {
        Map<String, String> fields = fields(feedback);
        String named = fields.getOrDefault("original-rcpt-to", fields.getOrDefault("removal-recipient", ""));
        return Transcript.addresses(named).stream()
                .findFirst()
                .orElseGet(() -> enclosedTo(mail, new Transcript("", "")));
    }

    /** Whom the mail was for that the report repeats. */
    private static String enclosedTo(Part mail, Transcript transcript) {
        String to = mail.walk()
                .filter(part -> !part.parts().isEmpty() && !part.isMultipart())
                .map(part -> part.parts().getFirst().head().raw("To"))
                .filter(raw -> !raw.isEmpty())
                .findFirst()
                .orElseGet(() -> transcript
                        .rest()
                        .lines()
                        .filter(line -> line.strip().toLowerCase(Locale.ROOT).startsWith("to:"))
                        .findFirst()
                        .orElse(""));
        return Transcript.addresses(to).stream().findFirst().orElse("");
    }

    private static String about(Part mail) {
        return mail.walk()
                .filter(part -> !part.parts().isEmpty() && !part.isMultipart())
                .map(part -> part.parts().getFirst().head().raw("Message-ID"))
                .filter(id -> id.matches("<[^<>\\s]{3,250}>"))
                .findFirst()
                .orElseGet(() -> {
                    Matcher id = MESSAGE_ID.matcher(Transcript.of(mail).rest());
                    return id.find() ? id.group(1) : "";
                });
    }

    static String oneLine(String said) {
        String line = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= 300 ? line : line.substring(0, 300) + "…";
    }
}
