package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What settled what. What takes effect after the day asked for does not exist. */
@Repository
public class Allocations {

    private static final String SELECT = Sql.named("ledger/allocations");
    private static final String ALLOCATE = Sql.named("ledger/allocate");
    private static final String REVERSE = Sql.named("ledger/reverse-allocation");

    private final JdbcClient db;

    Allocations(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Allocation> byId(long id) {
        return db.sql(SELECT + "and a.id = :id")
                .param("id", id)
                .param("asOf", LocalDate.MAX)
                .query(Allocations::allocation)
                .optional();
    }

    /** What settled an invoice, in the order in which it took effect. */
    @Transactional(readOnly = true)
    public List<Allocation> ofInvoice(long invoiceId, LocalDate asOf) {
        return db.sql(SELECT + "and a.invoice_id = :invoice order by a.effective_on, a.id")
                .param("invoice", invoiceId)
                .param("asOf", asOf)
                .query(Allocations::allocation)
                .list();
    }

    /** What a payment, credit note or write-off settled, in the order in which it took effect. */
    @Transactional(readOnly = true)
    public List<Allocation> of(Source source, LocalDate asOf) {
        return refer(db.sql(SELECT + """
                and (a.payment_id = :payment or a.credit_note_id = :creditNote or a.write_off_id = :writeOff)
                order by a.effective_on, a.id
                """), source)
                .param("asOf", asOf)
                .query(Allocations::allocation)
                .list();
    }

    /**
     * The most that was settled of an invoice on any day: it is no longer settled where a reversal took effect later.
     */
    Money mostSettled(Invoice invoice) {
        long most = db.sql("""
                select coalesce(max(settled), 0)
                from (
                  select sum(a.amount) over (order by a.effective_on) as settled
                  from allocation a
                  where a.invoice_id = :invoice
                ) s
                """).param("invoice", invoice.id()).query(Long.class).single();
        return new Money(most, invoice.open().currency());
    }

    /**
     * Records how a source is shared out and moves the open and unapplied amounts with it, in one statement. Their
     * check constraints are the last limit; {@link Settle} asks before.
     */
    void insert(Source source, List<Share> shares, LocalDate effectiveOn) {
        refer(db.sql(ALLOCATE), source)
                .param("invoices", shares.stream().map(Share::invoiceId).toArray(Long[]::new))
                .param("amounts", shares.stream().map(s -> s.amount().minor()).toArray(Long[]::new))
                .param("effectiveOn", effectiveOn)
                .update();
    }

    long reverse(long allocationId, LocalDate effectiveOn) {
        return db.sql(REVERSE)
                .param("undone", allocationId)
                .param("effectiveOn", effectiveOn)
                .query(Long.class)
                .single();
    }

    private static StatementSpec refer(StatementSpec statement, Source source) {
        return statement
                .param("payment", source instanceof Source.OfPayment payment ? payment.id() : null)
                .param("creditNote", source instanceof Source.OfCreditNote note ? note.id() : null)
                .param("writeOff", source instanceof Source.OfWriteOff writeOff ? writeOff.id() : null);
    }

    private static Allocation allocation(ResultSet row, int n) throws SQLException {
        return new Allocation(
                row.getLong("id"),
                row.getLong("invoice_id"),
                row.getString("invoice_number"),
                Source.of(id(row, "payment_id"), id(row, "credit_note_id"), id(row, "write_off_id")),
                Money.ofMinor(row.getLong("amount"), row.getString("currency")),
                row.getObject("effective_on", LocalDate.class),
                id(row, "reverses"),
                id(row, "reversed_by"));
    }

    private static @Nullable Long id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }
}
