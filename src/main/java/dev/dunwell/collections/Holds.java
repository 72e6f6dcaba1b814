package dev.dunwell.collections;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Dated stops with a reason, on a customer or on one invoice. A hold ends by its date or by a person, never silently.
 */
@Component
public class Holds {

    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Holds(JdbcClient db, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    /** A hold with what it stops; invoiceNumber is null when it stops the whole customer. */
    public record Hold(
            long id,
            String customerNumber,
            @Nullable String invoiceNumber,
            String reason,
            LocalDate fromOn,
            LocalDate untilOn,
            @Nullable LocalDate endedOn,
            String author) {

        public boolean runsOn(LocalDate day) {
            return !fromOn.isAfter(day) && !untilOn.isBefore(day) && (endedOn == null || endedOn.isAfter(day));
        }
    }

    /**
     * Stops messages until a day, that day included.
     *
     * @param invoiceId null to hold the whole customer
     * @return the hold's id
     */
    @Transactional
    public long place(Caller caller, long customerId, @Nullable Long invoiceId, LocalDate until, String reason) {
        if (until.isBefore(caller.today()) || until.isAfter(caller.today().plusYears(1))) {
            throw new BadInput(List.of(new Problem(0, "until", "Hold until a day from today to one year ahead.")));
        }
        if (reason.isBlank()) {
            throw new BadInput(List.of(new Problem(0, "reason", "Say why; others will read it.")));
        }
        long id = db.sql("""
                insert into hold (customer_id, invoice_id, reason, from_on, until_on, author)
                values (:customer, :invoice, :reason, :today, :until, :author)
                returning id
                """)
                .param("customer", customerId)
                .param("invoice", invoiceId)
                .param("reason", reason.strip())
                .param("today", caller.today())
                .param("until", until)
                .param("author", caller.actor().name())
                .query(Long.class)
                .single();
        events.publishEvent(new CustomersTouched(Set.of(customerId)));
        audit.write(
                caller.actor(), "hold.placed", "customer", customerId, Map.of("hold", id, "until", until.toString()));
        return id;
    }

    /** Ends a hold today. */
    @Transactional
    public void end(Caller caller, long holdId) {
        long customerId = db.sql("""
                update hold set ended_on = :today, ended_by = :author
                where id = :id and ended_on is null
                returning customer_id
                """)
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .param("id", holdId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("running hold"));
        events.publishEvent(new CustomersTouched(Set.of(customerId)));
        audit.write(caller.actor(), "hold.ended", "customer", customerId, Map.of("hold", holdId));
    }

    /** Of one customer, or all that run on the day when it is null. */
    @Transactional(readOnly = true)
    public List<Hold> of(@Nullable String customerNumber, LocalDate asOf, int limit) {
        return db.sql("""
                select h.id, c.number, i.number as invoice, h.reason, h.from_on, h.until_on, h.ended_on, h.author
                from hold h
                join customer c on c.org_id = h.org_id and c.id = h.customer_id
                left join invoice i on i.org_id = h.org_id and i.id = h.invoice_id
                where h.from_on <= :asOf
                  and (c.number = :number
                    or cast(:number as text) is null and h.until_on >= :asOf and (h.ended_on is null or h.ended_on > :asOf))
                order by h.until_on, h.id
                limit :limit
                """)
                .param("asOf", asOf)
                .param("number", customerNumber)
                .param("limit", limit)
                .query((row, _) -> new Hold(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("invoice"),
                        row.getString("reason"),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("until_on", LocalDate.class),
                        row.getObject("ended_on", LocalDate.class),
                        row.getString("author")))
                .list();
    }
}
