package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.web.Refusal;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds a person to a customer. Refuses one who is there already with the same name and address. */
@Component
public class RecordContact {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PHONE = 50;

    private final Customers customers;
    private final Contacts contacts;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    RecordContact(Customers customers, Contacts contacts, Audit audit, ApplicationEventPublisher events) {
        this.customers = customers;
        this.contacts = contacts;
        this.audit = audit;
        this.events = events;
    }

    /** @return the contact as recorded: neither verified nor bounced */
    @Transactional
    public Contact record(Actor actor, long customerId, Contact.Details details) {
        Customer customer = customers.require(customerId);
        check(details);
        long id = insert(customer.id(), details);
        events.publishEvent(LedgerChanged.of(customerId));
        audit.write(actor, "contact.recorded", "customer", customerId, Map.of("contact", id, "name", details.name()));
        return new Contact(id, customerId, details, null, null);
    }

    private long insert(long customerId, Contact.Details details) {
        try {
            return contacts.insert(customerId, details);
        } catch (DuplicateKeyException e) {
            throw known(details);
        }
    }

    static Refusal known(Contact.Details details) {
        return Refusal.conflict(
                "contact-known", details.name() + " is there already with this address. Change that contact instead.");
    }

    static void check(Contact.Details details) {
        new Check()
                .text("name", details.name(), LONGEST_NAME)
                .optionalEmail("email", details.email())
                .optionalText("phone", details.phone(), LONGEST_PHONE)
                .done();
    }
}
