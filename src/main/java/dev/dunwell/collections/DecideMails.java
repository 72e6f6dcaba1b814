package dev.dunwell.collections;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.ledger.ChangeCustomer;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person's yes or no to mails that wait for one, each named by its customer. */
@Component
public class DecideMails {

    /** For so long a refused mail is held. */
    public static final int HELD_DAYS = 14;

    private static final int MOST = 500;

    private final Tonight tonight;
    private final Approvals approvals;
    private final Customers customers;
    private final Holds holds;
    private final ChangeCustomer changeCustomer;
    private final Audit audit;

    DecideMails(
            Tonight tonight,
            Approvals approvals,
            Customers customers,
            Holds holds,
            ChangeCustomer changeCustomer,
            Audit audit) {
        this.tonight = tonight;
        this.approvals = approvals;
        this.customers = customers;
        this.holds = holds;
        this.changeCustomer = changeCustomer;
        this.audit = audit;
    }

    /** What was decided: it goes tonight, it is held for a while, or a person decides each contact from now on. */
    public enum Answer {
        APPROVE,
        HOLD,
        MANUAL;

        /** By its name in forms and in the API, {@code approve}. */
        public static Answer of(String name) {
            return Arrays.stream(values())
                    .filter(each -> each.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> BadInput.in("act", "Choose approve, hold or manual."));
        }
    }

    /**
     * All of them, or none when one is refused; at most 500. Refuses what {@link ApprovalRule} leaves to somebody else.
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
        refuseWhatIsForOthers(caller, customerIds);
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

    private void refuseWhatIsForOthers(Caller caller, List<Long> customerIds) {
        if (caller.may(ApprovalRule.DECIDES_ALL)) {
            return;
        }
        ApprovalRule rule = approvals.rule(caller.organisation().currency());
        Map<Long, Approvals.Waiting> waiting = approvals.waiting(caller.today()).stream()
                .collect(Collectors.toMap(Approvals.Waiting::customerId, Function.identity()));
        for (long id : customerIds) {
            Approvals.Waiting mail = waiting.get(id);
            String refusal = mail == null ? "No mail to this customer waits for a yes." : rule.refusal(caller, mail);
            if (refusal != null) {
                throw Refusal.because("approval-for-others", refusal);
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
