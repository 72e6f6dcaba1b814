package dev.dunwell.messaging;

import java.time.OffsetDateTime;
import java.util.List;

/** A mail from Nora at Meridian to James at Brightwater, for tests to change one thing in. */
final class SampleMail {

    static final Mailbox NORA = new Mailbox("nora@meridian.example", "Nora Lindqvist");
    static final Mailbox JAMES = new Mailbox("james@brightwater.example", "James Okafor");
    static final OffsetDateTime DATE = OffsetDateTime.parse("2026-12-01T09:30:00+01:00");

    private SampleMail() {}

    static OutgoingMail numbered(int number) {
        return with(letter("Two invoices", "Dear James,\n\nhello\n"), "<m" + number + "@meridian.example>");
    }

    static OutgoingMail with(Letter letter) {
        return with(letter, "<m1@meridian.example>");
    }

    static Letter letter(String subject, String text) {
        return new Letter(subject, text, "<p>" + text + "</p>", "en");
    }

    private static OutgoingMail with(Letter letter, String messageId) {
        return new OutgoingMail(NORA, null, JAMES, messageId, DATE, letter, List.of());
    }
}
