package dev.dunwell.collections;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says who decides about mails that wait, from now on. Every change is kept. */
@Component
public class ChangeApprovalRule {

    private final JdbcClient db;
    private final Audit audit;

    ChangeApprovalRule(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /** @param collectorUpTo in the organisation's currency, more than nothing; null leaves all to credit managers */
    @Transactional
    public void change(Caller caller, @Nullable Money collectorUpTo) {
        if (collectorUpTo != null
                && (collectorUpTo.minor() <= 0
                        || !collectorUpTo
                                .currency()
                                .equals(caller.organisation().currency()))) {
            throw BadInput.in(
                    "collectorUpTo",
                    "Give an amount above zero in " + caller.organisation().currency() + ", or leave it empty.");
        }
        db.sql("""
                insert into approval_rule (collector_up_to, author, changed_on) values (:most, :author, :today)
                """)
                .param("most", collectorUpTo == null ? null : collectorUpTo.minor())
                .param("author", caller.actor().name())
                .param("today", caller.today())
                .update();
        audit.write(
                caller.actor(),
                "approval-rule.changed",
                "organisation",
                null,
                Map.of("rule", new ApprovalRule(collectorUpTo).sentence()));
    }
}
