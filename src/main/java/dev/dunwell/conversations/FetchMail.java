package dev.dunwell.conversations;

import dev.dunwell.conversations.MailAccounts.Place;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fetches what is new in the mailbox. Each mail and the place up to which the mailbox was read are one transaction, so
 * a crash loses nothing; a mail that comes again is known by its key, so it doubles nothing. A failure is kept with the
 * mailbox for people to see.
 */
@Component
public class FetchMail {

    private static final int MOST = 200;

    private final MailAccounts accounts;
    private final ReceiveMail receiveMail;
    private final TransactionTemplate transaction;

    FetchMail(MailAccounts accounts, ReceiveMail receiveMail, PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.receiveMail = receiveMail;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Call it with the organisation bound and outside a transaction.
     *
     * @return how many mails were new
     */
    public int fetch(Instant now) {
        MailAccount account = accounts.current().filter(MailAccount::isOn).orElse(null);
        if (account == null) {
            return 0;
        }
        try (ImapFolder folder = ImapFolder.open(account, accounts.password().orElse(""))) {
            int fetched = fetch(folder, now);
            accounts.checked(now, null);
            return fetched;
        } catch (MessagingException | IOException | IllegalStateException e) {
            accounts.checked(now, trouble(e));
            return 0;
        }
    }

    private int fetch(ImapFolder folder, Instant now) throws MessagingException, IOException {
        Place place = accounts.place();
        long validity = folder.validity();
        if (place.validity() != validity) {
            // the first time, or numbered anew: what lay there before was read before, or is none of our business
            long last = place.validity() == 0 ? folder.lastUid() : 0;
            place = new Place(validity, last);
            reached(place);
        }
        int fetched = 0;
        List<Long> uids = folder.after(place.lastUid(), MOST);
        for (long uid : uids) {
            ImapFolder.Fetched mail = folder.fetch(uid, now);
            boolean isNew = Boolean.TRUE.equals(transaction.execute(_ -> {
                accounts.reached(new Place(validity, uid));
                return mail.raw().length > 0
                        && receiveMail.receive(mail.raw(), mail.at()).isPresent();
            }));
            fetched += isNew ? 1 : 0;
        }
        return fetched;
    }

    private void reached(Place place) {
        transaction.executeWithoutResult(_ -> accounts.reached(place));
    }

    /**
     * Whether the mailbox opens with these settings; nothing is read.
     *
     * @return what was found, or why it does not open
     */
    public Tried tryOut() {
        MailAccount account = accounts.current().orElse(null);
        if (account == null) {
            return new Tried(false, "There is no mailbox yet. Fill in the form and save it first.");
        }
        try (ImapFolder folder = ImapFolder.open(account, accounts.password().orElse(""))) {
            return new Tried(true, "It opens: %s holds %d mails.".formatted(account.folder(), folder.size()));
        } catch (MessagingException | IllegalStateException e) {
            return new Tried(false, "It does not open: " + trouble(e));
        }
    }

    /** How a try went, in a sentence. */
    public record Tried(boolean isOpen, String said) {}

    private static String trouble(Exception e) {
        Throwable innermost = e;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String said = String.valueOf(innermost.getMessage())
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return said.length() <= 300 ? said : said.substring(0, 300) + "…";
    }
}
