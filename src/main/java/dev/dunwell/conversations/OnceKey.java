package dev.dunwell.conversations;

import dev.dunwell.conversations.reading.IncomingMail;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes a mail the same mail, also when two addresses of ours got it or the mailbox is read again: its Message-ID
 * with its sender, subject and words, so that nobody's mail is kept out by somebody who guesses its id. Without a
 * Message-ID every byte counts.
 */
final class OnceKey {

    private OnceKey() {}

    static String of(IncomingMail mail, byte[] raw) {
        MessageDigest digest = sha256();
        if (mail.messageId().isEmpty()) {
            return HexFormat.of().formatHex(digest.digest(raw));
        }
        for (String part : new String[] {
            mail.messageId(),
            mail.fromAddress(),
            mail.subject(),
            mail.said().answer(),
            mail.said().quoted()
        }) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
