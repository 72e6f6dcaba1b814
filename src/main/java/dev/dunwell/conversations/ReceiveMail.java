package dev.dunwell.conversations;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.archive.Archive;
import dev.dunwell.conversations.reading.Attached;
import dev.dunwell.conversations.reading.IncomingMail;
import dev.dunwell.conversations.reading.Writer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a mail in: kept as it came, read, given to its customer, and followed up. The same mail twice is one mail.
 * Never answers by itself, so no two machines can write to each other without end.
 */
@Component
public class ReceiveMail {

    private static final Actor ARRIVAL = Actor.automation("mail in");

    private final Archive archive;
    private final FindWhose findWhose;
    private final ReceivedMails mails;
    private final FollowUp followUp;
    private final MailAccounts accounts;
    private final Organisations organisations;
    private final Audit audit;
    private final Clock clock;

    ReceiveMail(
            Archive archive,
            FindWhose findWhose,
            ReceivedMails mails,
            FollowUp followUp,
            MailAccounts accounts,
            Organisations organisations,
            Audit audit,
            Clock clock) {
        this.archive = archive;
        this.findWhose = findWhose;
        this.mails = mails;
        this.followUp = followUp;
        this.accounts = accounts;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param raw as it travelled
     * @param at when the mailbox got it
     * @return its id, empty when it was there already
     */
    @Transactional
    public Optional<Long> receive(byte[] raw, Instant at) {
        Organisation here = organisations.current();
        IncomingMail mail = own(IncomingMail.of(raw), here);
        LocalDate on =
                here.isSimulated() ? here.today(clock) : at.atZone(here.zone()).toLocalDate();
        Whose whose = findWhose.of(mail);
        ReceivedMails.Kept kept = new ReceivedMails.Kept(OnceKey.of(mail, raw), keep(raw), at, on);
        Optional<Long> id = mails.insert(mail, whose, kept);
        id.ifPresent(mailId -> {
            List<Attached> files = mail.attachments();
            for (int i = 0; i < files.size(); i++) {
                mails.insertFile(mailId, i + 1, files.get(i), keep(files.get(i).content()));
            }
            followUp.on(mailId, mail, whose, on);
            Long customer = whose.customerId();
            audit.write(
                    ARRIVAL,
                    "mail.received",
                    customer == null ? "mail" : "customer",
                    customer == null ? mailId : customer,
                    Map.of("mail", mailId)); // open pages follow the audit chain
        });
        return id;
    }

    /** Our own mail that comes back to us is a machine's, whoever it says it is from. */
    private IncomingMail own(IncomingMail mail, Organisation here) {
        boolean isOurs = mail.fromAddress().equalsIgnoreCase(String.valueOf(here.replyTo()))
                || accounts.current()
                        .filter(account -> account.address().equalsIgnoreCase(mail.fromAddress()))
                        .isPresent();
        return isOurs && mail.writer() == Writer.PERSON ? mail.by(Writer.MACHINE) : mail;
    }

    private String keep(byte[] content) {
        try {
            return archive.keep(new ByteArrayResource(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
