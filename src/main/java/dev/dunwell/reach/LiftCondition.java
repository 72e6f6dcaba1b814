package dev.dunwell.reach;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way back from a condition: it ends today, with the reason; what was noted stays to be read. */
@Component
public class LiftCondition {

    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    LiftCondition(JdbcClient db, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    /**
     * @param why what has changed; must not be empty
     * @return the customer
     */
    @Transactional
    public long lift(Caller caller, long conditionId, String why) {
        if (why.isBlank()) {
            throw BadInput.in("why", "Say what has changed; others will read it.");
        }
        long customerId = db.sql("""
                update condition
                set ended_on = :today, ended_by = :author, ended_why = :why
                where id = :id and ended_on is null
                returning customer_id
                """)
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .param("why", why.strip())
                .param("id", conditionId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("running condition"));
        events.publishEvent(new ReachChanged(Set.of(customerId)));
        audit.write(
                caller.actor(),
                "condition.lifted",
                "customer",
                customerId,
                Map.of("condition", conditionId, "why", why.strip()));
        return customerId;
    }
}
