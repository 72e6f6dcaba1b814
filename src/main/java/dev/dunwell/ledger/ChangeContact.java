package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Changes;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what is known of a contact, also whether mail reaches it. A new address has neither been verified nor has it
 * bounced; a verification ends a bounce.
 */
@Component
public class ChangeContact {

    private final Contacts contacts;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ChangeContact(Contacts contacts, Audit audit, ApplicationEventPublisher events) {
        this.contacts = contacts;
        this.audit = audit;
        this.events = events;
    }

    /** @return the contact as it is now */
    @Transactional
    public Contact change(Actor actor, long contactId, Contact.Details details) {
        Contact before = require(contactId);
        RecordContact.check(details);
        boolean isSameAddress = Objects.equals(before.details().email(), details.email());
        return write(actor, before, with(before, details, isSameAddress));
    }

    /** Someone made sure on this day that the address reaches the person. */
    @Transactional
    public Contact verify(Actor actor, long contactId, LocalDate on) {
        Contact before = require(contactId);
        return write(actor, before, new Contact(before.id(), before.customerId(), before.details(), on, null));
    }

    /** Mail to this address came back on this day; every contact of the customer with it is marked. */
    @Transactional
    public void markBounced(Actor actor, long customerId, String address, LocalDate on) {
        contacts.of(customerId).stream()
                .filter(c -> address.equalsIgnoreCase(c.details().email()))
                .forEach(c -> write(actor, c, new Contact(c.id(), customerId, c.details(), c.verifiedOn(), on)));
    }

    /** The person has left, or was never there. What was said with them stays. */
    @Transactional
    public void remove(Actor actor, long contactId) {
        Contact contact = require(contactId);
        contacts.remove(contactId);
        events.publishEvent(LedgerChanged.of(contact.customerId()));
        audit.write(actor, "contact.removed", "customer", contact.customerId(), Map.of("contact", contactId));
    }

    private Contact require(long contactId) {
        return contacts.byId(contactId).orElseThrow(() -> new NotFound("contact"));
    }

    private static Contact with(Contact before, Contact.Details details, boolean isSameAddress) {
        LocalDate verifiedOn = isSameAddress ? before.verifiedOn() : null;
        LocalDate bouncedOn = isSameAddress ? before.bouncedOn() : null;
        return new Contact(before.id(), before.customerId(), details, verifiedOn, bouncedOn);
    }

    private Contact write(Actor actor, Contact before, Contact after) {
        if (!after.equals(before)) {
            try {
                contacts.update(after);
            } catch (DuplicateKeyException e) {
                throw RecordContact.known(after.details());
            }
            events.publishEvent(LedgerChanged.of(after.customerId()));
            audit.write(actor, "contact.changed", "customer", after.customerId(), told(before, after));
        }
        return after;
    }

    private static Map<String, Object> told(Contact before, Contact after) {
        var detail = new LinkedHashMap<String, Object>(Map.of("contact", after.id()));
        detail.putAll(Changes.between(before, after));
        return detail;
    }
}
