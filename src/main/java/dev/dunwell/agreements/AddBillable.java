package dev.dunwell.agreements;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds something to bill that no contract says: hours, an expense, a milestone that was reached, a deposit. The same
 * key twice is refused, so that a script may repeat itself.
 */
@Component
public class AddBillable {

    private final Billables billables;
    private final Customers customers;
    private final Audit audit;

    AddBillable(Billables billables, Customers customers, Audit audit) {
        this.billables = billables;
        this.customers = customers;
        this.audit = audit;
    }

    /** @param wanted its id is not read; the amount is quantity times price, rounded half-up, and is checked */
    @Transactional
    public void add(Actor actor, Billable wanted) {
        customers.require(wanted.customerId());
        check(wanted);
        if (billables.add(List.of(wanted), actor.name()) == 0) {
            throw Refusal.conflict(
                    "already-there", "There is something to bill called " + wanted.key() + " already. Is it the same?");
        }
        audit.write(
                actor,
                "billable.added",
                "customer",
                wanted.customerId(),
                Map.of("key", wanted.key(), "amount", wanted.amount().toString()));
    }

    private static void check(Billable wanted) {
        List<Problem> problems = new ArrayList<>();
        if (wanted.description().isBlank() || wanted.description().length() > 500) {
            problems.add(new Problem(0, "description", "Say in at most 500 characters what it is."));
        }
        if (wanted.key().isBlank() || wanted.key().length() > 200 || BillContracts.lineOf(wanted) != null) {
            problems.add(
                    new Problem(0, "key", "Give a key of at most 200 characters that begins with no \"contract:\"."));
        }
        if (wanted.delivered().days() == 0) {
            problems.add(new Problem(0, "deliveredOn", "Give a last day that is not before the first."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
