package dev.dunwell.collections;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What customers object to. A disputed invoice leaves the reminders until a person settles the dispute. */
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

    /** A dispute that is not settled. */
    public record Dispute(
            long id,
            long invoiceId,
            String invoiceNumber,
            Money open,
            String reason,
            LocalDate openedOn,
            String author) {}

    private record Subject(long invoiceId, long customerId) {}

    /**
     * Opens a dispute about an invoice that is open today.
     *
     * @param reason what the customer objects to, for others to read
     * @return the dispute's id; refuses a second one about the same invoice
     */
    @Transactional
    public long open(Caller caller, long invoiceId, String reason) {
        if (reason.isBlank()) {
            throw BadInput.in("reason", "Say what they object to; whoever settles it will read it.");
        }
        long customerId = customerOf(invoiceId, caller.today());
        long id = db.sql("""
                insert into dispute (invoice_id, reason, opened_on, author) values (:invoice, :reason, :today, :author)
                on conflict do nothing
                returning id
                """)
                .param("invoice", invoiceId)
                .param("reason", reason.strip())
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("dispute.open", "This invoice is disputed already."));
        tell(caller, "dispute.opened", customerId, Map.of("dispute", id, "invoice", invoiceId));
        return id;
    }

    /** Settles a dispute: from today its invoice is reminded of again. */
    @Transactional
    public void settle(Caller caller, long disputeId) {
        Subject settled = db.sql("""
                update dispute d set closed_on = :today, closed_by = :author
                from invoice i
                where d.id = :id and d.closed_on is null and i.org_id = d.org_id and i.id = d.invoice_id
                returning i.id, i.customer_id
                """)
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .param("id", disputeId)
                .query((row, _) -> new Subject(row.getLong("id"), row.getLong("customer_id")))
                .optional()
                .orElseThrow(() -> new NotFound("open dispute"));
        tell(caller, "dispute.settled", settled.customerId, Map.of("dispute", disputeId, "invoice", settled.invoiceId));
    }

    /** Of one customer, those open on the day, oldest first. */
    @Transactional(readOnly = true)
    public List<Dispute> of(long customerId, LocalDate asOf) {
        return db.sql("""
                select d.id, i.id as invoice_id, i.number, i.currency, i.open_amount, d.reason, d.opened_on, d.author
                from dispute d
                join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
                where i.customer_id = :customer and d.opened_on <= :asOf and (d.closed_on is null or d.closed_on > :asOf)
                order by d.opened_on, d.id
                limit 100
                """)
                .param("customer", customerId)
                .param("asOf", asOf)
                .query((row, _) -> new Dispute(
                        row.getLong("id"),
                        row.getLong("invoice_id"),
                        row.getString("number"),
                        Money.ofMinor(row.getLong("open_amount"), row.getString("currency")),
                        row.getString("reason"),
                        row.getObject("opened_on", LocalDate.class),
                        row.getString("author")))
                .list();
    }

    /** The numbers of all invoices that are disputed on the day. */
    @Transactional(readOnly = true)
    public Set<String> numbers(LocalDate asOf) {
        return Set.copyOf(db.sql("""
                select i.number
                from dispute d
                join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
                where d.opened_on <= :asOf and (d.closed_on is null or d.closed_on > :asOf)
                """).param("asOf", asOf).query(String.class).list());
    }

    private long customerOf(long invoiceId, LocalDate today) {
        return db.sql("select customer_id from open_invoice(:today) where id = :invoice")
                .param("today", today)
                .param("invoice", invoiceId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("open invoice"));
    }

    private void tell(Caller caller, String act, long customerId, Map<String, Object> detail) {
        events.publishEvent(new CustomersTouched(Set.of(customerId)));
        audit.write(caller.actor(), act, "customer", customerId, detail);
    }
}
