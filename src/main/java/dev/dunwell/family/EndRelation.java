package dev.dunwell.family;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.ledger.ChangeCustomer;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends what one customer is to another: yesterday was its last day. Refuses one that has ended. */
@Component
public class EndRelation {

    private final Customers customers;
    private final ChangeCustomer changeCustomer;
    private final Relations relations;
    private final Families families;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    EndRelation(
            Customers customers,
            ChangeCustomer changeCustomer,
            Relations relations,
            Families families,
            Audit audit,
            ApplicationEventPublisher events) {
        this.customers = customers;
        this.changeCustomer = changeCustomer;
        this.relations = relations;
        this.families = families;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public Relation end(Caller caller, long relationId) {
        Relation relation = relations.require(relationId);
        if (relation.untilOn() != null && relation.untilOn().isBefore(caller.today())) {
            throw Refusal.conflict("relation-ended", "This relation has ended already.");
        }
        Set<Long> touched =
                families.around(relation.customer().id(), relation.related().id());
        relations.end(relationId, caller.today().minusDays(1));
        events.publishEvent(new FamilyChanged(touched));
        audit.write(
                caller.actor(),
                "customer.unrelated",
                "customer",
                relation.customer().id(),
                Map.of(
                        "kind",
                        relation.kind().code(),
                        "related",
                        relation.related().number()));
        return relation;
    }

    /** Takes a customer out of its parent's family; what it owes stays its own. */
    @Transactional
    public void leaveParent(Caller caller, long customerId) {
        Customer customer = customers.byId(customerId).orElseThrow(() -> new NotFound("customer"));
        Set<Long> touched = families.around(customerId, customerId);
        changeCustomer.change(caller.actor(), Families.below(customer, null));
        events.publishEvent(new FamilyChanged(touched));
    }
}
