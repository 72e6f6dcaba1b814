package dev.dunwell.reach;

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
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who does not want to hear through which channel: written down with who asked and when, ended by a person. */
@Component
public class OptOuts {

    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    OptOuts(JdbcClient db, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    /**
     * @param contactId null for the whole customer
     * @param askedBy who said so, must not be empty
     * @return its id; refuses one that already runs
     */
    @Transactional
    public long record(Caller caller, long customerId, @Nullable Long contactId, OptOut.Via channel, String askedBy) {
        if (askedBy.isBlank()) {
            throw BadInput.in("askedBy", "Say who asked for it, and how.");
        }
        long id = insert(caller, customerId, contactId, channel, askedBy.strip());
        events.publishEvent(new ReachChanged(Set.of(customerId)));
        audit.write(
                caller.actor(),
                "opt-out.recorded",
                "customer",
                customerId,
                Map.of("optOut", id, "channel", channel.code(), "askedBy", askedBy.strip()));
        return id;
    }

    private long insert(Caller caller, long customerId, @Nullable Long contactId, OptOut.Via channel, String askedBy) {
        try {
            return db.sql("""
                    insert into opt_out (customer_id, contact_id, channel, asked_by, from_on, author)
                    select :customer, cast(:contact as bigint), :channel, :askedBy, :today, :author
                    where cast(:contact as bigint) is null
                       or exists (select 1 from contact k where k.id = :contact and k.customer_id = :customer)
                    returning id
                    """)
                    .param("customer", customerId)
                    .param("contact", contactId)
                    .param("channel", channel.code())
                    .param("askedBy", askedBy)
                    .param("today", caller.today())
                    .param("author", caller.actor().name())
                    .query(Long.class)
                    .optional()
                    .orElseThrow(() -> new NotFound("contact of this customer"));
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("opt-out-runs", "This is written down already.");
        }
    }

    /**
     * They want to hear again.
     *
     * @return the customer
     */
    @Transactional
    public long withdraw(Caller caller, long optOutId) {
        long customerId = db.sql("""
                update opt_out set ended_on = :today, ended_by = :author
                where id = :id and ended_on is null
                returning customer_id
                """)
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .param("id", optOutId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("running opt-out"));
        events.publishEvent(new ReachChanged(Set.of(customerId)));
        audit.write(caller.actor(), "opt-out.withdrawn", "customer", customerId, Map.of("optOut", optOutId));
        return customerId;
    }

    /** Those that run on a day, of one customer, or of all when it is null; the newest first. */
    @Transactional(readOnly = true)
    public List<OptOut> running(@Nullable Long customerId, LocalDate day, int most) {
        return db.sql("""
                select o.*, c.number as customer, k.name as contact
                from opt_out o
                join customer c on c.org_id = o.org_id and c.id = o.customer_id
                left join contact k on k.org_id = o.org_id and k.id = o.contact_id
                where (cast(:customer as bigint) is null or o.customer_id = :customer)
                  and o.from_on <= :day and (o.ended_on is null or o.ended_on > :day)
                order by o.id desc
                limit :most
                """)
                .param("customer", customerId)
                .param("day", day)
                .param("most", most)
                .query((row, _) -> new OptOut(
                        row.getLong("id"),
                        row.getLong("customer_id"),
                        row.getString("customer"),
                        row.getObject("contact_id", Long.class),
                        row.getString("contact"),
                        OptOut.Via.ofCode(row.getString("channel")),
                        row.getString("asked_by"),
                        row.getObject("from_on", LocalDate.class),
                        row.getString("author")))
                .list();
    }
}
