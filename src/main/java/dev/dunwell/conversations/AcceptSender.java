package dev.dunwell.conversations;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.RecordContact;
import dev.dunwell.web.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the writer of a mail for a contact of its customer, so that the next mail is known by its sender. */
@Component
public class AcceptSender {

    private final ReceivedMails mails;
    private final RecordContact recordContact;

    AcceptSender(ReceivedMails mails, RecordContact recordContact) {
        this.mails = mails;
        this.recordContact = recordContact;
    }

    /** Refuses a mail that is nobody's yet. */
    @Transactional
    public Contact accept(Caller caller, long mailId, Contact.Role role) {
        ReceivedMails.Facts mail = mails.lock(mailId);
        Long customer = mail.customerId();
        if (customer == null) {
            throw Refusal.conflict(
                    "mail-unassigned", "Say first whose mail it is; then its writer can become a contact.");
        }
        String name = mail.fromName().isEmpty() ? mail.fromAddress() : mail.fromName();
        Contact contact = recordContact.record(
                caller.actor(), customer, new Contact.Details(name, mail.fromAddress(), null, role, null));
        mails.note(mailId, "taken for a contact", caller.actor(), null);
        return contact;
    }
}
