package dev.dunwell.agreements;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says that something is not to be billed after all, and why. What stands on a document stays there. */
@Component
public class WithdrawBillable {

    private final JdbcClient db;
    private final Billables billables;
    private final Audit audit;

    WithdrawBillable(JdbcClient db, Billables billables, Audit audit) {
        this.db = db;
        this.billables = billables;
        this.audit = audit;
    }

    @Transactional
    public void withdraw(Actor actor, long id, String why) {
        if (why.isBlank()) {
            throw BadInput.in("why", "Say why it is not billed.");
        }
        List<Billable> found = billables.claim(List.of(id));
        if (found.isEmpty()) {
            throw new NotFound("unbilled work");
        }
        db.sql("update billable set withdrawn_at = now(), withdrawn_by = :by, withdrawn_why = :why where id = :id")
                .param("by", actor.name())
                .param("why", why.strip())
                .param("id", id)
                .update();
        audit.write(
                actor,
                "billable.withdrawn",
                "customer",
                found.getFirst().customerId(),
                Map.of("key", found.getFirst().key(), "why", why.strip()));
    }
}
