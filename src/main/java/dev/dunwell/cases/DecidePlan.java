package dev.dunwell.cases;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.collections.CustomersTouched;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people decide about a plan: the customer accepts or declines it, or we take it back. From its acceptance on, and
 * while it is on track, nothing is sent about its invoices; once it ends the ladder goes on where it stood.
 */
@Component
public class DecidePlan {

    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecidePlan(JdbcClient db, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @param by who said yes on the customer's side; refused when empty */
    @Transactional
    public void accept(Caller caller, long planId, String by) {
        if (by.isBlank()) {
            throw BadInput.in("by", "Say who accepted it; their name goes on record.");
        }
        long customerId = db.sql("""
                update plan set state = 'running', accepted_on = :today, accepted_by = :by, accepted_at = :at
                where id = :id and state = 'proposed'
                returning customer_id
                """)
                .param("today", caller.today())
                .param("by", by.strip())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                .param("id", planId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("plan.not-proposed", "Only a plan that waits can be accepted."));
        tell(caller, "plan.accepted", customerId, Map.of("plan", planId, "by", by.strip()));
    }

    /** The customer says no to a proposal, or we take back one that runs. */
    @Transactional
    public void end(Caller caller, long planId, String reason) {
        if (reason.isBlank()) {
            throw BadInput.in("reason", "Say why it ends; others will read it.");
        }
        long customerId = db.sql("""
                update plan
                set state = case state when 'proposed' then 'declined' else 'withdrawn' end,
                    ended_on = :today, ended_by = :author, end_reason = :reason
                where id = :id and state in ('proposed', 'running')
                returning customer_id
                """)
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .param("reason", reason.strip())
                .param("id", planId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("plan.ended", "This plan has ended already."));
        tell(caller, "plan.ended", customerId, Map.of("plan", planId, "reason", reason.strip()));
    }

    private void tell(Caller caller, String act, long customerId, Map<String, Object> detail) {
        events.publishEvent(new CustomersTouched(Set.of(customerId)));
        audit.write(caller.actor(), act, "customer", customerId, detail);
    }
}
