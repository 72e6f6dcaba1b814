package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Changes;
import dev.dunwell.web.BadInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what is known of a customer. Refuses what {@link RecordCustomer} refuses, and a parent that stands below it.
 */
@Component
public class ChangeCustomer {

    private final Customers customers;
    private final CustomerRows rows;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ChangeCustomer(Customers customers, CustomerRows rows, Audit audit, ApplicationEventPublisher events) {
        this.customers = customers;
        this.rows = rows;
        this.audit = audit;
        this.events = events;
    }

    /** @param changed the customer as it is to be, under the id it has */
    @Transactional
    public void change(Actor actor, Customer changed) {
        Customer before = customers.require(changed.id());
        if (!before.equals(changed)) {
            String parent = changed.profile().parentNumber();
            if (parent != null && customers.isWithin(changed.id(), parent)) {
                throw BadInput.in("parent", "Customer " + parent + " belongs to this one, so it cannot be its parent.");
            }
            rows.update(changed);
            events.publishEvent(LedgerChanged.of(changed.id()));
            audit.write(actor, "customer.changed", "customer", changed.id(), Changes.between(before, changed));
        }
    }
}
