package dev.dunwell.access.web;

import dev.dunwell.access.Organisation.MailMode;

/**
 * What becomes of mail, in plain words.
 *
 * @param will what choosing it does
 * @param now what is so once it is chosen
 */
public record MailWords(MailMode mode, String title, String will, String now) {

    public static MailWords of(MailMode mode) {
        return switch (mode) {
            case HOLD ->
                new MailWords(
                        mode,
                        "On hold",
                        "Letters are written and wait. None leaves until you choose otherwise.",
                        "Mail is on hold: letters wait, none leaves.");
            case SINK ->
                new MailWords(
                        mode,
                        "To the built-in mailbox",
                        "Letters go to a mailbox inside Dunwell, where you can read them. No customer gets any.",
                        "Mail goes to the built-in mailbox, not to customers.");
            case LIVE ->
                new MailWords(
                        mode,
                        "To customers",
                        "Letters leave for your customers, each after the minutes in which it can be taken back.",
                        "Mail leaves for your customers.");
        };
    }
}
