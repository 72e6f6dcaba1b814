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
            String author,
            HoldReason code) {

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
        return place(caller, new Wanted(customerId, invoiceId, until, HoldReason.OTHER, reason), null);
    }

    /**
     * What to stop, until which day, that day included, and why.
     *
     * @param invoiceId null to hold the whole customer
     */
    public record Wanted(long customerId, @Nullable Long invoiceId, LocalDate until, HoldReason code, String reason) {}

    /** Stops messages; the words say why beside the code. */
    @Transactional
    public long place(Caller caller, Wanted wanted) {
        return place(caller, wanted, null);
    }

    /**
     * Lets a running hold last until another day: it ends today, and another goes on from it.
     *
     * @return the id of the one that goes on
     */
    @Transactional
    public long extend(Caller caller, long holdId, LocalDate until) {
        Wanted wanted = db.sql("select * from hold where id = :id and ended_on is null and until_on >= :today")
                .param("id", holdId)
                .param("today", caller.today())
                .query((row, _) -> new Wanted(
                        row.getLong("customer_id"),
                        row.getObject("invoice_id", Long.class),
                        until,
                        HoldReason.read(row.getString("code")).orElse(HoldReason.OTHER),
                        row.getString("reason")))
                .optional()
                .orElseThrow(() -> new NotFound("running hold"));
        end(caller, holdId);
        return place(caller, wanted, holdId);
    }

    private long place(Caller caller, Wanted wanted, @Nullable Long extended) {
        LocalDate until = wanted.until;
        if (until.isBefore(caller.today()) || until.isAfter(caller.today().plusYears(1))) {
            throw new BadInput(List.of(new Problem(0, "until", "Hold until a day from today to one year ahead.")));
        }
        if (wanted.reason.isBlank()) {
            throw new BadInput(List.of(new Problem(0, "reason", "Say why; others will read it.")));
        }
        long id = db.sql("""
                insert into hold (customer_id, invoice_id, code, reason, from_on, until_on, author, extends)
                values (:customer, :invoice, :code, :reason, :today, :until, :author, :extends)
                returning id
                """)
                .param("customer", wanted.customerId)
                .param("invoice", wanted.invoiceId)
                .param("code", wanted.code.code())
                .param("reason", wanted.reason.strip())
                .param("extends", extended)
                .param("today", caller.today())
                .param("until", until)
                .param("author", caller.actor().name())
                .query(Long.class)
                .single();
        events.publishEvent(new CustomersTouched(Set.of(wanted.customerId)));
        audit.write(
                caller.actor(),
                extended == null ? "hold.placed" : "hold.extended",
                "customer",
                wanted.customerId,
                Map.of("hold", id, "until", until.toString(), "code", wanted.code.code()));
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
                select h.id, c.number, i.number as invoice, h.reason, h.from_on, h.until_on, h.ended_on, h.author, h.code
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
                        row.getString("author"),
                        HoldReason.read(row.getString("code")).orElse(HoldReason.OTHER)))
                .list();
    }
}
