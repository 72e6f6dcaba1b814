package dev.dunwell.collections;

import dev.dunwell.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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
            String author) {}

    /** Of one customer, or of all when it is null; newest first. What was made later than the day does not exist. */
    @Transactional(readOnly = true)
    public List<Promise> of(@Nullable String customerNumber, LocalDate asOf, int limit) {
        return db.sql("""
                select p.*, c.number as customer_number, c.name as customer_name,
                       case when p.settled_on > :asOf then 'open' else p.state end as state_then
                from promise p
                join customer c on c.org_id = p.org_id and c.id = p.customer_id
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

    /** Running ones that come due from one day to another, both included. */
    @Transactional(readOnly = true)
    public List<Promise> comingDue(LocalDate from, LocalDate to) {
        return db.sql("""
                select p.*, c.number as customer_number, c.name as customer_name, p.state as state_then
                from promise p
                join customer c on c.org_id = p.org_id and c.id = p.customer_id
                where p.state = 'open' and p.due_on between :from and :to
                order by p.due_on, c.name
                limit 50
                """)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> promise(row))
                .list();
    }

    long insert(long customerId, Money amount, LocalDate madeOn, Terms terms) {
        return db.sql("""
                insert into promise (customer_id, interaction_id, currency, amount, made_on, due_on, grace_days, author)
                values (:customer, :interaction, :currency, :amount, :madeOn, :dueOn, :grace, :author)
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
                .query(Long.class)
                .single();
    }

    /** What belongs to a promise besides who promised how much. */
    record Terms(LocalDate dueOn, int graceDays, @Nullable Long interactionId, String author) {}

    void name(long promise, Collection<Long> invoices) {
        for (long invoice : invoices) {
            db.sql("insert into promise_invoice (promise_id, invoice_id) values (:promise, :invoice)")
                    .param("promise", promise)
                    .param("invoice", invoice)
                    .update();
        }
    }

    /** Ends a running promise of the same currency, because another takes its place or it was withdrawn. */
    int end(long customerId, String currency, String state, LocalDate on) {
        return db.sql("""
                update promise set state = :state, settled_on = :on
                where customer_id = :customer and currency = :currency and state = 'open'
                """)
                .param("state", state)
                .param("on", on)
                .param("customer", customerId)
                .param("currency", currency)
                .update();
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
                row.getString("author"));
    }
}
