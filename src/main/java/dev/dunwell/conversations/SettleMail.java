package dev.dunwell.conversations;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.collections.CustomersTouched;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody has read a mail and takes it off the inbox, or puts it back; what waits for it is decided anew. */
@Component
public class SettleMail {

    private final ReceivedMails mails;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    SettleMail(ReceivedMails mails, Audit audit, ApplicationEventPublisher events) {
        this.mails = mails;
        this.audit = audit;
        this.events = events;
    }

    /** @param isRead whether it is read, or unread again; as it is already, nothing happens */
    @Transactional
    public void settle(Caller caller, long mailId, boolean isRead) {
        ReceivedMails.Facts mail = mails.lock(mailId);
        if (mail.isSettled() == isRead) {
            return;
        }
        if (isRead) {
            mails.settle(mailId, caller.today(), caller.actor());
        } else {
            mails.unsettle(mailId, caller.actor());
        }
        Long customer = mail.customerId();
        if (customer != null) {
            events.publishEvent(new CustomersTouched(Set.of(customer)));
        }
        audit.write(caller.actor(), isRead ? "mail.read" : "mail.unread", "received_mail", mailId, Map.of());
    }
}
