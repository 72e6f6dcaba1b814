package dev.dunwell.conversations;

import dev.dunwell.messaging.SmtpSettings.Tls;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox that answers come to, read over IMAP. The password is not part of it.
 *
 * @param folder usually {@code INBOX}
 * @param address that people answer to
 * @param tokenIn where the token travels that tells which mail is answered
 * @param isOn whether it is read
 * @param checkedAt when it was last read, null before the first time
 * @param trouble why the last try failed, null when it went well
 */
public record MailAccount(
        String host,
        int port,
        Tls tls,
        String user,
        String folder,
        String address,
        TokenIn tokenIn,
        boolean isOn,
        @Nullable Instant checkedAt,
        @Nullable String trouble) {

    /** Where the token of a mail travels. */
    public enum TokenIn {
        /** {@code ar+token@company.example}: the mailbox must take addresses with a plus. */
        ADDRESS,
        /** Behind the subject, in brackets. */
        SUBJECT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
