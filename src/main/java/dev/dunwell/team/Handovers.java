package dev.dunwell.team;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Sql;
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

/** Who gave which account or invoice to whom; the newest row of an invoice says whose it is. */
@Repository
public class Handovers {

    private static final String HISTORY = """
            select h.id, h.invoice_id, f.name as from_name, t.name as to_name, h.handed_on, h.reason, h.author
            from handover h
            left join person f on f.id = h.from_person_id
            left join person t on t.id = h.to_person_id
            """;
    private static final String ACCOUNTS = Sql.named("team/hand-over");

    private final JdbcClient db;

    Handovers(JdbcClient db) {
        this.db = db;
    }

    /** Of the account itself, the newest first. */
    @Transactional(readOnly = true)
    public List<Handover> ofCustomer(long customerId) {
        return db.sql(HISTORY + "where h.customer_id = :customer order by h.id desc limit 50")
                .param("customer", customerId)
                .query((row, _) -> handover(row))
                .list();
    }

    /** Of the invoice alone, the newest first. */
    @Transactional(readOnly = true)
    public List<Handover> ofInvoice(long invoiceId) {
        return db.sql(HISTORY + "where h.invoice_id = :invoice order by h.id desc limit 50")
                .param("invoice", invoiceId)
                .query((row, _) -> handover(row))
                .list();
    }

    /** The person's id; empty when the invoice goes with its account. */
    @Transactional(readOnly = true)
    public Optional<Long> holderOf(long invoiceId) {
        return db.sql("select to_person_id from handover where invoice_id = :invoice and ended_on is null")
                .param("invoice", invoiceId)
                .query(Long.class)
                .optional();
    }

    /** The person's id; empty when nobody looks after the account. */
    @Transactional(readOnly = true)
    public Optional<Long> ownerOf(long customerId) {
        return db.sql("select owner_id from customer where id = :customer and owner_id is not null")
                .param("customer", customerId)
                .query(Long.class)
                .optional();
    }

    /** The customers whose person changed; those who were theirs already are left out. */
    List<Long> accounts(Caller caller, Collection<Long> customerIds, @Nullable Long personId, String reason) {
        return db.sql(ACCOUNTS)
                .param("customers", customerIds.toArray(Long[]::new))
                .param("person", personId)
                .param("today", caller.today())
                .param("reason", reason)
                .param("author", caller.actor().name())
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    void end(long invoiceId, LocalDate on) {
        db.sql("update handover set ended_on = :on where invoice_id = :invoice and ended_on is null")
                .param("on", on)
                .param("invoice", invoiceId)
                .update();
    }

    /** @param personId null when the invoice goes with its account again */
    void invoice(Caller caller, long invoiceId, @Nullable Long before, @Nullable Long personId, String reason) {
        db.sql("""
                insert into handover (invoice_id, from_person_id, to_person_id, handed_on, ended_on, reason, author)
                values (:invoice, :before, :person, :today, case when cast(:person as bigint) is null then :today end,
                  :reason, :author)
                """)
                .param("invoice", invoiceId)
                .param("before", before)
                .param("person", personId)
                .param("today", caller.today())
                .param("reason", reason)
                .param("author", caller.actor().name())
                .update();
    }

    private static Handover handover(ResultSet row) throws SQLException {
        return new Handover(
                row.getLong("id"),
                row.getObject("invoice_id", Long.class),
                row.getString("from_name"),
                row.getString("to_name"),
                row.getObject("handed_on", LocalDate.class),
                row.getString("reason"),
                row.getString("author"));
    }
}
