package dev.dunwell.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Mails as payers and their servers write them, for stories.
 *
 * @param from the writer, {@code "Ana Ruiz" <ana@castellano.example>}
 * @param to our address for answers
 * @param about the Message-ID of the mail of ours that it answers, null when it answers none
 */
record PayersMail(String from, String to, @Nullable String about, LocalDate on, int number) {

    byte[] answer(String subject, String text) {
        return mail(subject, "", text);
    }

    byte[] away(String subject, String text) {
        return mail(subject, "Auto-Submitted: auto-replied\n", text);
    }

    private byte[] mail(String subject, String more, String text) {
        return (head(subject) + more + "Content-Type: text/plain; charset=utf-8\n\n" + text + "\n").getBytes(UTF_8);
    }

    /** As Postfix returns a mail (RFC 3464). */
    byte[] returned(String address, String status, String said) {
        String repeated = about == null ? "" : "Message-ID: " + about + "\n";
        return (head("Undelivered Mail Returned to Sender") + """
                Auto-Submitted: auto-replied
                Content-Type: multipart/report; report-type=delivery-status; boundary="=_report_="

                --=_report_=

                I'm sorry to have to inform you that your message could not be delivered.

                --=_report_=
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.meridian.example

                Final-Recipient: rfc822; %s
                Action: failed
                Status: %s
                Diagnostic-Code: smtp; %s

                --=_report_=
                Content-Type: text/rfc822-headers

                %s
                --=_report_=--
                """.formatted(address, status, said, repeated))
                .getBytes(UTF_8);
    }

    private String head(String subject) {
        String answered = about == null ? "" : "In-Reply-To: " + about + "\nReferences: " + about + "\n";
        String coded = "=?utf-8?B?" + Base64.getEncoder().encodeToString(subject.getBytes(UTF_8)) + "?=";
        return "Date: %s\nFrom: %s\nTo: %s\nSubject: %s\nMessage-ID: <story-%d@payers.example>\n%sMIME-Version: 1.0\n"
                .formatted(
                        DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
                                .format(on.atTime(9, 0).atOffset(ZoneOffset.UTC)),
                        from,
                        to,
                        coded,
                        number,
                        answered);
    }
}
