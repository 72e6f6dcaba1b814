package dev.dunwell.collections;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.NotFound;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes that what was agreed when an inquiry was closed is done; it keeps pressure away no longer. */
@Component
public class FinishAgreed {

    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    FinishAgreed(JdbcClient db, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    /** Refuses, as not found, what is done already. */
    @Transactional
    public void finish(Caller caller, long closingId) {
        record Done(long customerId, long invoiceId) {}
        Done done = db.sql("""
                update inquiry_closing c set done_on = :today, done_by = :author
                from invoice i
                where c.id = :id and c.done_on is null and c.agreed_on is not null and i.org_id = c.org_id
                  and i.id = c.invoice_id
                returning i.customer_id, i.id
                """)
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .param("id", closingId)
                .query((row, _) -> new Done(row.getLong("customer_id"), row.getLong("id")))
                .optional()
                .orElseThrow(() -> new NotFound("agreed action"));
        events.publishEvent(new CustomersTouched(Set.of(done.customerId)));
        audit.write(
                caller.actor(),
                "inquiry.agreed_done",
                "customer",
                done.customerId,
                Map.of("invoice", done.invoiceId, "closing", closingId));
    }
}
