package dev.dunwell.conversations;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.collections.CustomersTouched;
import dev.dunwell.collections.RecordAnswer;
import dev.dunwell.conversations.reading.Writer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person says whose mail it is. It comes onto that customer's timeline; the customer it was given to before is free.
 */
@Component
public class GiveMail {

    private final ReceivedMails mails;
    private final Customers customers;
    private final RecordAnswer recordAnswer;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    GiveMail(
            ReceivedMails mails,
            Customers customers,
            RecordAnswer recordAnswer,
            Audit audit,
            ApplicationEventPublisher events) {
        this.mails = mails;
        this.customers = customers;
        this.recordAnswer = recordAnswer;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public void give(Caller caller, long mailId, long customerId) {
        ReceivedMails.Facts mail = mails.lock(mailId);
        if (customers.byId(customerId).isEmpty()) {
            throw new NotFound("customer");
        }
        Long before = mail.customerId();
        if (before != null && before == customerId) {
            return;
        }
        mails.give(mailId, customerId, caller.actor());
        if (mail.writer() == Writer.PERSON) {
            String author = mail.fromName().isEmpty() ? mail.fromAddress() : mail.fromName();
            recordAnswer.record(new RecordAnswer.Answered(
                    customerId, null, mail.answer(), author.isEmpty() ? "Unknown" : author, caller.today(), List.of()));
        }
        events.publishEvent(new CustomersTouched(before == null ? Set.of(customerId) : Set.of(customerId, before)));
        audit.write(caller.actor(), "mail.given", "received_mail", mailId, Map.of("customer", customerId));
    }
}
