package dev.dunwell.messaging;

import java.time.Duration;

/**
 * How long to wait for a mail server. The last answer, after which the server has the mail, gets ten minutes (RFC 5321
 * 4.5.3.2.6): giving up on it earlier makes mails unconfirmed that were on their way.
 */
public record SmtpPatience(Duration connect, Duration answer, Duration lastAnswer) {

    public static final SmtpPatience USUAL =
            new SmtpPatience(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofMinutes(10));
}
