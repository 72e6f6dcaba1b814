package dev.dunwell.family;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.ledger.ChangeCustomer;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says what one customer is to another. Refuses a customer as its own relation, the same relation twice, a second payer
 * while one pays, and every circle: nobody guarantees for their guarantor, and letters must arrive somewhere.
 */
@Component
public class RelateCustomers {

    private static final int LONGEST_NOTE = 500;

    private final Customers customers;
    private final ChangeCustomer changeCustomer;
    private final Relations relations;
    private final Families families;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    RelateCustomers(
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

    /**
     * What is to hold.
     *
     * @param fromOn its first day; null for today
     * @param untilOn its last day; null for as long as nobody ends it. A parent has no days: it is the parent or is not
     */
    public record Wanted(
            Relation.Kind kind,
            long relatedId,
            @Nullable LocalDate fromOn,
            @Nullable LocalDate untilOn,
            String note) {}

    @Transactional
    public void relate(Caller caller, long customerId, Wanted wanted) {
        Customer customer = customers.byId(customerId).orElseThrow(() -> new NotFound("customer"));
        Customer related = customers
                .byId(wanted.relatedId)
                .orElseThrow(() -> BadInput.in("related", "There is no customer with this number."));
        check(customerId, wanted);
        Set<Long> touched = families.around(customerId, related.id());
        if (wanted.kind == Relation.Kind.PARENT) {
            changeCustomer.change(caller.actor(), Families.below(customer, related.number()));
        } else {
            write(caller, customer, related, wanted);
        }
        refuseCircle(caller.today());
        events.publishEvent(new FamilyChanged(touched));
    }

    private void write(Caller caller, Customer customer, Customer related, Wanted wanted) {
        if (relations.leads(related.id(), customer.id(), wanted.kind)) {
            throw circle(wanted.kind.title());
        }
        try {
            relations.insert(
                    customer.id(), wanted, caller.today(), caller.actor().name());
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict(
                    "relation-stands",
                    wanted.kind == Relation.Kind.PAYER
                            ? "Somebody pays on its behalf already. End that first."
                            : "This relation stands already.");
        }
        audit.write(
                caller.actor(),
                "customer.related",
                "customer",
                customer.id(),
                Map.of("kind", wanted.kind.code(), "related", related.number()));
    }

    private void refuseCircle(LocalDate today) {
        if (relations.isCircle(today)) {
            throw circle("Letters");
        }
    }

    private static Refusal circle(String what) {
        return Refusal.because(
                "relation-circle",
                what + " would go round in a circle and arrive nowhere. End one of the other relations first.");
    }

    private static void check(long customerId, Wanted wanted) {
        LocalDate from = wanted.fromOn;
        LocalDate until = wanted.untilOn;
        if (customerId == wanted.relatedId) {
            throw BadInput.in("related", "Name another customer: nobody is related to itself.");
        } else if (from != null && until != null && until.isBefore(from)) {
            throw BadInput.in("untilOn", "It ends before it begins. Give a later day, or none.");
        } else if (wanted.note.length() > LONGEST_NOTE) {
            throw BadInput.in("note", "Keep the note under 500 characters.");
        }
    }
}
