package dev.dunwell.conversations;

import dev.dunwell.conversations.reading.DeliveryReport;
import dev.dunwell.conversations.reading.IncomingMail;
import dev.dunwell.messaging.JointParts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Writes for one vendor what came back to a joint mail, as if its own mail had been answered: with its name and
 * subject, and nothing of what the mail that came back quotes. The same mail gives the same bytes, so that it counts
 * once.
 */
final class JointEcho {

    private static final String PART = "=_part_=";

    private JointEcho() {}

    /** A person's words, or those of a machine that answers for one. */
    static byte[] answer(IncomingMail mail, JointParts.One part, String words, boolean isAutomatic) {
        String head = "From: <" + mail.fromAddress() + ">\r\n"
                + "Subject: " + (isAutomatic ? "Out of office" : "=?UTF-8?B?" + base64("Re: " + part.subject()) + "?=")
                + "\r\n" + id(mail, part)
                + "In-Reply-To: " + part.name() + "\r\nReferences: " + part.name() + "\r\n"
                + (isAutomatic ? "Auto-Submitted: auto-replied\r\n" : "")
                + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
        String body = Base64.getMimeEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
        return (head + body + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** A mail server's report (RFC 3464) about this vendor's mail; the server's own words stay away. */
    static byte[] report(IncomingMail mail, JointParts.One part, DeliveryReport report) {
        String action = report.kind() == DeliveryReport.Kind.DELAYED
                ? "delayed"
                : report.kind().isFailure() && report.kind() != DeliveryReport.Kind.COMPLAINT ? "failed" : "delivered";
        String status = report.status().isEmpty() ? "5.0.0" : report.status();
        String text = "From: <>\r\nSubject: Delivery report\r\n" + id(mail, part)
                + "Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=\"" + PART + "\"\r\n\r\n"
                + "--" + PART + "\r\nContent-Type: text/plain\r\n\r\nA report about your mail.\r\n"
                + "--" + PART
                + "\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; dunwell.invalid\r\n\r\n"
                + "Final-Recipient: rfc822; " + report.address() + "\r\nAction: " + action + "\r\nStatus: " + status
                + "\r\n\r\n--" + PART + "\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: " + part.name()
                + "\r\n\r\n--" + PART + "--\r\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Says nothing of the mail it stands for, and is the same each time that one comes. */
    private static String id(IncomingMail mail, JointParts.One part) {
        byte[] both = (mail.messageId() + part.name()).getBytes(StandardCharsets.UTF_8);
        return "Message-ID: <" + UUID.nameUUIDFromBytes(both) + "@dunwell.invalid>\r\n";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
