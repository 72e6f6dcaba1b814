package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a new customer into the book. Refuses a number that is taken and a parent or owner that does not exist. */
@Component
public class RecordCustomer {

    private final CustomerRows rows;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    RecordCustomer(CustomerRows rows, Audit audit, ApplicationEventPublisher events) {
        this.rows = rows;
        this.audit = audit;
        this.events = events;
    }

    /** @return the customer as recorded, with its id */
    @Transactional
    public Customer record(Actor actor, String number, String name, Customer.Profile profile) {
        long id = rows.insert(number, name, profile);
        events.publishEvent(LedgerChanged.of(id));
        audit.write(actor, "customer.recorded", "customer", id, Map.of("number", number, "name", name));
        return new Customer(id, number, name, profile);
    }
}
