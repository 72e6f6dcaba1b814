package dev.dunwell.credit;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.BadInput;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets what a breach means from now on. Refuses fewer than 1 or more than 365 days. */
@Component
public class SetCreditPolicy {

    private static final int LONGEST = 365;

    private final JdbcClient db;
    private final Audit audit;

    SetCreditPolicy(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    @Transactional
    public void set(Caller caller, CreditPolicy policy) {
        if (policy.overdueDays() < 1 || policy.overdueDays() > LONGEST) {
            throw BadInput.in("overdueDays", "Give 1 to 365 days.");
        }
        db.sql("insert into credit_policy (on_breach, overdue_days, author) values (:on, :days, :author)")
                .param("on", policy.onBreach().code())
                .param("days", policy.overdueDays())
                .param("author", caller.actor().name())
                .update();
        audit.write(
                caller.actor(),
                "credit.policy",
                "organisation",
                null,
                Map.of("onBreach", policy.onBreach().code(), "overdueDays", policy.overdueDays()));
    }
}
