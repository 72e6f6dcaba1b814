package dev.dunwell.collections;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.ledger.ChangeCustomer;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person's yes or no to mails that wait for one, each named by its customer. */
@Component
public class DecideMails {

    /** For so long a refused mail is held. */
    public static final int HELD_DAYS = 14;

    private static final int MOST = 500;

    private final Tonight tonight;
    private final Customers customers;
    private final Holds holds;
    private final ChangeCustomer changeCustomer;
    private final Audit audit;

    DecideMails(Tonight tonight, Customers customers, Holds holds, ChangeCustomer changeCustomer, Audit audit) {
        this.tonight = tonight;
        this.customers = customers;
        this.holds = holds;
        this.changeCustomer = changeCustomer;
        this.audit = audit;
    }

    /** What was decided: it goes tonight, it is held for a while, or a person decides each contact from now on. */
    public enum Answer {
        APPROVE,
        HOLD,
        MANUAL
    }

    /**
     * All of them, or none when one is refused; at most 500.
     *
     * @param why must not be empty for a no
     */
    @Transactional
    public void decide(Caller caller, List<Long> customerIds, Answer answer, String why) {
        if (customerIds.isEmpty() || customerIds.size() > MOST) {
            throw BadInput.in("customer", "Choose at least one mail, and at most " + MOST + ".");
        } else if (answer != Answer.APPROVE && why.isBlank()) {
            throw BadInput.in("why", "Say why not; others will read it.");
        }
        for (long id : customerIds) {
            Customer customer = customers.byId(id).orElseThrow(() -> new NotFound("customer"));
            switch (answer) {
                case APPROVE -> tonight.approve(caller, id);
                case HOLD -> {
                    holds.place(caller, id, null, caller.today().plusDays(HELD_DAYS), why);
                    refused(caller, id, answer, why);
                }
                case MANUAL -> {
                    changeCustomer.change(caller.actor(), manual(customer));
                    refused(caller, id, answer, why);
                }
            }
        }
    }

    private void refused(Caller caller, long customerId, Answer then, String why) {
        audit.write(
                caller.actor(),
                "message.refused",
                "customer",
                customerId,
                Map.of("then", then == Answer.HOLD ? "hold" : "manual", "why", why.strip()));
    }

    private static Customer manual(Customer customer) {
        return new Customer(
                customer.id(),
                customer.number(),
                customer.name(),
                customer.profile().withContactMode(Customer.ContactRule.MANUAL));
    }
}
