package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Credit notes. What is issued after the day asked for does not exist. */
@Repository
public class CreditNotes {

    private static final String SELECT = Sql.named("ledger/credit-notes");

    private final JdbcClient db;

    CreditNotes(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<CreditNote> byId(long id, LocalDate asOf) {
        return db.sql(SELECT + "and n.id = :id")
                .param("id", id)
                .param("asOf", asOf)
                .query(CreditNotes::creditNote)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<CreditNote> byNumber(String number, LocalDate asOf) {
        return db.sql(SELECT + "and n.number = :number")
                .param("number", number)
                .param("asOf", asOf)
                .query(CreditNotes::creditNote)
                .optional();
    }

    /** Of one customer, or of all when it is null, in the order in which they were recorded. */
    @Transactional(readOnly = true)
    public Slice<CreditNote> page(@Nullable Long customerId, LocalDate asOf, @Nullable Cursor after, int limit) {
        String ofCustomer = customerId == null ? "" : "and n.customer_id = :customer ";
        List<CreditNote> rows = db.sql(SELECT + ofCustomer + "and n.id > :after order by n.id limit :limit")
                .param("customer", customerId)
                .param("asOf", asOf)
                .param("after", after == null ? 0 : after.number(0))
                .param("limit", limit + 1)
                .query(CreditNotes::creditNote)
                .list();
        return Slice.of(rows, limit, last -> Cursor.of(last.id()));
    }

    long insert(RecordCreditNote.Wanted wanted) {
        return db.sql("""
                insert into credit_note (customer_id, number, issued_on, currency, amount, unapplied_amount, reason)
                values (:customer, :number, :issuedOn, :currency, :amount, :amount, :reason)
                returning id
                """)
                .param("customer", wanted.customerId())
                .param("number", wanted.number())
                .param("issuedOn", wanted.issuedOn())
                .param("currency", wanted.amount().currency().getCurrencyCode())
                .param("amount", wanted.amount().minor())
                .param("reason", wanted.reason())
                .query(Long.class)
                .single();
    }

    private static CreditNote creditNote(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        return new CreditNote(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("customer_number"),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                Money.ofMinor(row.getLong("amount"), currency),
                Money.ofMinor(row.getLong("unapplied_then"), currency),
                row.getString("reason"),
                row.getObject("reversed_on", LocalDate.class));
    }
}
