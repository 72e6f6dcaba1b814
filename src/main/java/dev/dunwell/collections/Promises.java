package dev.dunwell.collections;

import dev.dunwell.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What customers promised to pay, by when, and what became of it. */
@Repository
public class Promises {

    private final JdbcClient db;

    Promises(JdbcClient db) {
        this.db = db;
    }

    /** A promise with its state on the day it was asked for. */
    public record Promise(
            long id,
            long customerId,
            String customerNumber,
            String customerName,
            Money amount,
            LocalDate madeOn,
            LocalDate dueOn,
            String state,
            Money received,
            String author,
            @Nullable String method,
            @Nullable String promisedBy,
            List<String> invoices,
            @Nullable Long replacedBy) {

        public boolean isOpen() {
            return state.equals("open");
        }
    }

    /** How a payment was promised to come, by the codes of the database. */
    public static final List<String> METHODS = List.of("transfer", "direct_debit", "card", "cheque", "cash", "other");

    private static final String SELECT = """
            select p.*, c.number as customer_number, c.name as customer_name, k.name as promised_by,
                   case when p.settled_on > :asOf then 'open' else p.state end as state_then,
                   array(
                     select i.number
                     from promise_invoice n
                     join invoice i on i.org_id = n.org_id and i.id = n.invoice_id
                     where n.org_id = p.org_id and n.promise_id = p.id
                     order by i.number
                   ) as invoices
            from promise p
            join customer c on c.org_id = p.org_id and c.id = p.customer_id
            left join contact k on k.org_id = p.org_id and k.id = p.contact_id
            """;

    /** Of one customer, or of all when it is null; newest first. What was made later than the day does not exist. */
    @Transactional(readOnly = true)
    public List<Promise> of(@Nullable String customerNumber, LocalDate asOf, int limit) {
        return db.sql(SELECT + """
                where p.made_on <= :asOf and (cast(:number as text) is null or c.number = :number)
                order by p.made_on desc, p.id desc
                limit :limit
                """)
                .param("asOf", asOf)
                .param("number", customerNumber)
                .param("limit", limit)
                .query((row, _) -> promise(row))
                .list();
    }

    /** Which promises a list shows. */
    public enum Which {
        /** Running, and their day has come. */
        DUE,
        RUNNING,
        BROKEN,
        KEPT,
        ALL
    }

    /** Running ones by their day, the others by the day of their judgement, the latest first. */
    @Transactional(readOnly = true)
    public List<Promise> list(Which which, LocalDate today, int limit) {
        return db.sql(SELECT + """
                where p.made_on <= :asOf
                  and case :which
                    when 'DUE' then p.state = 'open' and p.due_on <= :asOf
                    when 'RUNNING' then p.state = 'open'
                    when 'BROKEN' then p.state in ('broken', 'partly_kept')
                    when 'KEPT' then p.state = 'kept'
                    else true
                  end
                order by p.settled_on desc nulls first, p.due_on, p.id
                limit :limit
                """)
                .param("asOf", today)
                .param("which", which.name())
                .param("limit", limit)
                .query((row, _) -> promise(row))
                .list();
    }

    /** Running ones that come due from one day to another, both included. */
    @Transactional(readOnly = true)
    public List<Promise> comingDue(LocalDate from, LocalDate to) {
        return db.sql(SELECT + """
                where p.state = 'open' and p.due_on between :from and :to
                order by p.due_on, c.name
                limit 50
                """)
                .param("asOf", to)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> promise(row))
                .list();
    }

    long insert(long customerId, Money amount, LocalDate madeOn, Terms terms) {
        return db.sql("""
                insert into promise (customer_id, interaction_id, currency, amount, made_on, due_on, grace_days, author,
                  method, contact_id)
                values (:customer, :interaction, :currency, :amount, :madeOn, :dueOn,
                  case when exists (select 1 from debtor_flag where customer_id = :customer and ended_on is null)
                    then 0 else :grace end,
                  :author, :method, :contact)
                returning id
                """)
                .param("customer", customerId)
                .param("interaction", terms.interactionId)
                .param("currency", amount.currency().getCurrencyCode())
                .param("amount", amount.minor())
                .param("madeOn", madeOn)
                .param("dueOn", terms.dueOn)
                .param("grace", terms.graceDays)
                .param("author", terms.author)
                .param("method", terms.method)
                .param("contact", terms.contactId)
                .query(Long.class)
                .single();
    }

    /** What belongs to a promise besides who promised how much. */
    record Terms(
            LocalDate dueOn,
            int graceDays,
            @Nullable Long interactionId,
            String author,
            @Nullable String method,
            @Nullable Long contactId) {}

    void name(long promise, Collection<Long> invoices) {
        db.sql(
                        "insert into promise_invoice (promise_id, invoice_id) select :promise, unnest(cast(:invoices as bigint[]))")
                .param("promise", promise)
                .param("invoices", invoices.toArray(Long[]::new))
                .update();
    }

    /**
     * Ends the running promises whose place another takes: those of its customer and currency that concern one of its
     * invoices. One without invoices concerns them all.
     *
     * @return how many
     */
    int supersede(long by, LocalDate on) {
        return db.sql("""
                update promise p set state = 'superseded', settled_on = :on, settled_at = now(), replaced_by = b.id
                from promise b
                where b.id = :by and p.org_id = b.org_id and p.customer_id = b.customer_id and p.currency = b.currency
                  and p.state = 'open' and p.id <> b.id
                  and (not exists (select 1 from promise_invoice n where n.promise_id = p.id)
                    or not exists (select 1 from promise_invoice n where n.promise_id = b.id)
                    or exists (
                      select 1
                      from promise_invoice n
                      join promise_invoice o on o.org_id = n.org_id and o.invoice_id = n.invoice_id
                      where n.promise_id = p.id and o.promise_id = b.id))
                """).param("by", by).param("on", on).update();
    }

    /** Ends one that runs because it was taken back; the customer's id, empty when it does not run. */
    Optional<Long> withdraw(long promise, LocalDate on) {
        return db.sql("""
                update promise set state = 'withdrawn', settled_on = :on, settled_at = now()
                where id = :promise and state = 'open'
                returning customer_id
                """)
                .param("on", on)
                .param("promise", promise)
                .query(Long.class)
                .optional();
    }

    /** How many were kept of those that were judged, by customer; superseded and withdrawn ones do not count. */
    public record Kept(long kept, long judged) {}

    @Transactional(readOnly = true)
    public Kept kept(long customerId, LocalDate asOf) {
        return db.sql("""
                select count(*) filter (where state = 'kept') as kept, count(*) as judged
                from promise
                where customer_id = :customer and settled_on <= :asOf and state in ('kept', 'partly_kept', 'broken')
                """)
                .param("customer", customerId)
                .param("asOf", asOf)
                .query((row, _) -> new Kept(row.getLong("kept"), row.getLong("judged")))
                .single();
    }

    private static Promise promise(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Promise(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("customer_number"),
                row.getString("customer_name"),
                Money.ofMinor(row.getLong("amount"), currency),
                row.getObject("made_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("state_then"),
                Money.ofMinor(row.getLong("received"), currency),
                row.getString("author"),
                row.getString("method"),
                row.getString("promised_by"),
                List.of((String[]) row.getArray("invoices").getArray()),
                row.getObject("replaced_by", Long.class));
    }
}
