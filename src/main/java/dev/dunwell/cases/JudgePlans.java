package dev.dunwell.cases;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends plans by the money that came up to and including the day, in one statement however many there are: finished when
 * all is paid within the tolerance, broken when a line is not there after its grace. Safe to run twice.
 */
@Component
public class JudgePlans {

    private static final String JUDGE = Sql.named("cases/judge-plans");

    private final JdbcClient db;
    private final Audit audit;

    JudgePlans(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    private record Ended(long id, long customerId, String state) {}

    @Transactional
    public void run(LocalDate today) {
        Actor actor = Actor.automation("plans");
        List<Ended> ended = db.sql(JUDGE)
                .param("today", today)
                .param("actor", "Dunwell")
                .query((row, _) -> new Ended(row.getLong("id"), row.getLong("customer_id"), row.getString("state")))
                .list();
        ended.forEach(
                plan -> audit.write(actor, "plan." + plan.state, "customer", plan.customerId, Map.of("plan", plan.id)));
    }
}
