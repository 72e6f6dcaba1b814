package dev.dunwell.conversations;

import dev.dunwell.messaging.SmtpSettings.Tls;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** One folder of a mailbox, opened to read: no mail in it is changed, moved or marked. */
final class ImapFolder implements AutoCloseable {

    /** Larger mails stay in the mailbox, and their head says so here. */
    static final int LARGEST = 30 * 1024 * 1024;

    private static final String MILLIS = "20000";

    private final Store store;
    private final IMAPFolder folder;

    private ImapFolder(Store store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    /** A mail with its number in the folder. */
    record Fetched(long uid, Instant at, byte[] raw) {}

    static ImapFolder open(MailAccount account, String password) throws MessagingException {
        String protocol = account.tls() == Tls.IMPLICIT ? "imaps" : "imap";
        Store store = Session.getInstance(properties(protocol, account.tls())).getStore(protocol);
        store.connect(account.host(), account.port(), account.user(), password);
        try {
            IMAPFolder folder = (IMAPFolder) store.getFolder(account.folder());
            folder.open(Folder.READ_ONLY);
            return new ImapFolder(store, folder);
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    /** Changes when the server numbers its mails anew. */
    long validity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /** The number of the last mail there is. */
    long lastUid() throws MessagingException {
        return folder.getUIDNext() - 1;
    }

    int size() throws MessagingException {
        return folder.getMessageCount();
    }

    /** The numbers after this one, ascending; the server's answer may name an earlier one too (RFC 3501 6.4.8). */
    List<Long> after(long uid, int most) throws MessagingException {
        List<Long> uids = new ArrayList<>();
        for (Message message : folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID)) {
            long each = message == null ? 0 : folder.getUID(message);
            if (each > uid) {
                uids.add(each);
            }
        }
        Collections.sort(uids);
        return uids.subList(0, Math.min(most, uids.size()));
    }

    Fetched fetch(long uid, Instant now) throws MessagingException, IOException {
        Message message = folder.getMessageByUID(uid);
        var bytes = new ByteArrayOutputStream();
        if (message == null) {
            return new Fetched(uid, now, bytes.toByteArray());
        } else if (message.getSize() > LARGEST) {
            bytes.writeBytes(head(message));
        } else {
            message.writeTo(bytes);
        }
        Date at = message.getReceivedDate();
        return new Fetched(uid, at == null || at.toInstant().isAfter(now) ? now : at.toInstant(), bytes.toByteArray());
    }

    private static byte[] head(Message message) throws MessagingException {
        var head = new StringBuilder();
        for (String name : List.of("From", "To", "Subject", "Message-ID", "In-Reply-To", "References", "Date")) {
            String[] values = message.getHeader(name);
            head.append(values == null ? "" : name + ": " + values[0].replaceAll("[\\r\\n]+\\s*", " ") + "\n");
        }
        String text = "This mail of %d MB is larger than %d MB. It stays in the mailbox."
                .formatted(message.getSize() >> 20, LARGEST >> 20);
        return (head + "\n" + text + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws MessagingException {
        try (store) {
            folder.close(false);
        }
    }

    private static Properties properties(String protocol, Tls tls) {
        String prefix = "mail." + protocol + ".";
        var properties = new Properties();
        properties.put(prefix + "connectiontimeout", MILLIS);
        properties.put(prefix + "timeout", MILLIS);
        properties.put(prefix + "writetimeout", MILLIS);
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "partialfetch", "true");
        properties.put(prefix + "fetchsize", String.valueOf(1 << 20));
        properties.put(prefix + "starttls.enable", String.valueOf(tls == Tls.STARTTLS));
        properties.put(prefix + "starttls.required", String.valueOf(tls == Tls.STARTTLS));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }
}
