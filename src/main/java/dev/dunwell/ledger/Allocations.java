package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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

    /** What a source settled, in the order in which it took effect. */
    @Transactional(readOnly = true)
    public List<Allocation> of(Source source, LocalDate asOf) {
        return refer(db.sql(SELECT + """
                and (a.payment_id = :payment or a.credit_note_id = :creditNote or a.write_off_id = :writeOff
                  or a.discount_id = :discount or a.deduction_id = :deduction)
                order by a.effective_on, a.id
                """), source)
                .param("asOf", asOf)
                .query(Allocations::allocation)
                .list();
    }

    /** What came with a payment and still counts: what it settled, and the discounts and small rests booked with it. */
    List<Allocation> standingWith(long paymentId) {
        return db.sql(SELECT + """
                and a.reverses is null and r.id is null
                and (a.payment_id = :payment
                  or a.discount_id in (select d.id from discount_taken d where d.payment_id = :payment)
                  or a.write_off_id in (select w.id from write_off w where w.payment_id = :payment))
                order by a.id
                """)
                .param("payment", paymentId)
                .param("asOf", LocalDate.MAX)
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

    /** One that was just recorded, with the day on which it takes effect. */
    record Made(long id, long invoiceId, LocalDate effectiveOn) {}

    /**
     * Records how a source is shared out and moves the open and unapplied amounts with it, in one statement. Their
     * check constraints are the last limit; {@link Settle} asks before.
     */
    List<Made> insert(Actor actor, Source source, List<Share> shares, LocalDate effectiveOn) {
        return refer(db.sql(ALLOCATE), source)
                .param("invoices", shares.stream().map(Share::invoiceId).toArray(Long[]::new))
                .param("amounts", shares.stream().map(s -> s.amount().minor()).toArray(Long[]::new))
                .param("effectiveOn", effectiveOn)
                .param("madeBy", code(actor.kind()))
                .query((row, _) -> new Made(
                        row.getLong("id"), row.getLong("invoice_id"), row.getObject("effective_on", LocalDate.class)))
                .list();
    }

    /** Takes allocations back, each from the day given on, or from its own where that is later. */
    List<Long> reverse(Actor actor, Collection<Long> allocationIds, LocalDate effectiveOn) {
        return db.sql(REVERSE)
                .param("undone", allocationIds.toArray(Long[]::new))
                .param("effectiveOn", effectiveOn)
                .param("madeBy", code(actor.kind()))
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    private static String code(Actor.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static StatementSpec refer(StatementSpec statement, Source source) {
        return statement
                .param("payment", source instanceof Source.OfPayment payment ? payment.id() : null)
                .param("creditNote", source instanceof Source.OfCreditNote note ? note.id() : null)
                .param("writeOff", source instanceof Source.OfWriteOff writeOff ? writeOff.id() : null)
                .param("discount", source instanceof Source.OfDiscount discount ? discount.id() : null)
                .param("deduction", source instanceof Source.OfDeduction deduction ? deduction.id() : null);
    }

    private static Allocation allocation(ResultSet row, int n) throws SQLException {
        return new Allocation(
                row.getLong("id"),
                row.getLong("invoice_id"),
                row.getString("invoice_number"),
                source(row),
                Money.ofMinor(row.getLong("amount"), row.getString("currency")),
                row.getObject("effective_on", LocalDate.class),
                Actor.Kind.valueOf(row.getString("made_by").toUpperCase(Locale.ROOT)),
                id(row, "reverses"),
                id(row, "reversed_by"));
    }

    /** A row refers to exactly one of the five. */
    private static Source source(ResultSet row) throws SQLException {
        Long writeOff = id(row, "write_off_id");
        Long discount = id(row, "discount_id");
        Long deduction = id(row, "deduction_id");
        if (writeOff != null) {
            return new Source.OfWriteOff(writeOff);
        } else if (discount != null) {
            return new Source.OfDiscount(discount);
        } else if (deduction != null) {
            return new Source.OfDeduction(deduction);
        } else {
            return Source.credit(id(row, "payment_id"), id(row, "credit_note_id"));
        }
    }

    private static @Nullable Long id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }
}
