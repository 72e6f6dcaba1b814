package dev.dunwell.collections;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invoices that the customer contests. Nothing is sent about a disputed invoice; the customer's others go on. */
@Component
public class Disputes {

    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Disputes(JdbcClient db, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    /** A dispute with what it is about; closedOn is null while it is open. */
    public record Dispute(
            long id,
            String customerNumber,
            String invoiceNumber,
            String reason,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            String author) {}

    /**
     * @param reason what the customer says is wrong
     * @return the dispute's id; refused while the invoice is disputed already
     */
    @Transactional
    public long open(Caller caller, long invoiceId, String reason) {
        if (reason.isBlank()) {
            throw BadInput.in("reason", "Say what is contested; others will read it.");
        }
        long customerId = customerOf(invoiceId);
        long id = db.sql("""
                insert into dispute (invoice_id, reason, opened_on, author) values (:invoice, :reason, :today, :author)
                on conflict (org_id, invoice_id) where closed_on is null do nothing
                returning id
                """)
                .param("invoice", invoiceId)
                .param("reason", reason.strip())
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("already-disputed", "This invoice is disputed already."));
        events.publishEvent(new CustomersTouched(Set.of(customerId)));
        audit.write(caller.actor(), "dispute.opened", "invoice", invoiceId, Map.of("dispute", id, "reason", reason.strip()));
        return id;
    }

    /** Closes a dispute today; the ladder goes on where it stood. */
    @Transactional
    public void settle(Caller caller, long disputeId) {
        long invoiceId = db.sql("""
                update dispute set closed_on = :today, closed_by = :author
                where id = :id and closed_on is null
                returning invoice_id
                """)
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .param("id", disputeId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("open dispute"));
        events.publishEvent(new CustomersTouched(Set.of(customerOf(invoiceId))));
        audit.write(caller.actor(), "dispute.settled", "invoice", invoiceId, Map.of("dispute", disputeId));
    }

    /** Of one customer, or all that are open on the day when it is null; newest first. */
    @Transactional(readOnly = true)
    public List<Dispute> of(@Nullable String customerNumber, LocalDate asOf, int limit) {
        return db.sql("""
                select d.id, c.number, i.number as invoice, d.reason, d.opened_on, d.closed_on, d.author
                from dispute d
                join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
                join customer c on c.org_id = i.org_id and c.id = i.customer_id
                where d.opened_on <= :asOf
                  and (c.number = :number
                    or cast(:number as text) is null and (d.closed_on is null or d.closed_on > :asOf))
                order by d.opened_on desc, d.id desc
                limit :limit
                """)
                .param("asOf", asOf)
                .param("number", customerNumber)
                .param("limit", limit)
                .query((row, _) -> new Dispute(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("invoice"),
                        row.getString("reason"),
                        row.getObject("opened_on", LocalDate.class),
                        row.getObject("closed_on", LocalDate.class),
                        row.getString("author")))
                .list();
    }

    private long customerOf(long invoiceId) {
        return db.sql("select customer_id from invoice where id = :id and voided_at is null")
                .param("id", invoiceId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("invoice"));
    }
}
