package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What payers kept back. */
@Repository
public class Deductions {

    private static final String SELECT = Sql.named("ledger/deductions");

    private final JdbcClient db;

    Deductions(JdbcClient db) {
        this.db = db;
    }

    /** Which document a decision led to; one of them or none. */
    record Result(
            @Nullable Long creditNoteId,
            @Nullable Long writeOffId,
            @Nullable Long chargebackId) {

        static final Result NOTHING = new Result(null, null, null);
    }

    @Transactional(readOnly = true)
    public List<Deduction> ofInvoice(long invoiceId) {
        return db.sql(SELECT + "and d.invoice_id = :invoice order by d.id")
                .param("invoice", invoiceId)
                .query(Deductions::deduction)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Deduction> byId(long id) {
        return db.sql(SELECT + "and d.id = :id")
                .param("id", id)
                .query(Deductions::deduction)
                .optional();
    }

    /** The open ones or all, in the order in which they were recorded. */
    @Transactional(readOnly = true)
    public Slice<Deduction> page(boolean openOnly, @Nullable Cursor after, int limit) {
        String condition = openOnly ? "and d.state = 'open' " : "";
        List<Deduction> rows = db.sql(SELECT + condition + "and d.id > :after order by d.id limit :limit")
                .param("after", after == null ? 0 : after.number(0))
                .param("limit", limit + 1)
                .query(Deductions::deduction)
                .list();
        return Slice.of(rows, limit, last -> Cursor.of(last.id()));
    }

    /** As {@link #byId}, locked until the end of the transaction. */
    Optional<Deduction> lock(long id) {
        return db.sql(SELECT + "and d.id = :id for no key update of d")
                .param("id", id)
                .query(Deductions::deduction)
                .optional();
    }

    long insert(TakeDeduction.Wanted wanted) {
        return db.sql("""
                insert into deduction (invoice_id, payment_id, amount, code, note, taken_on)
                values (:invoice, :payment, :amount, :code, :note, :takenOn)
                returning id
                """)
                .param("invoice", wanted.invoiceId())
                .param("payment", wanted.paymentId())
                .param("amount", wanted.amount().minor())
                .param("code", wanted.code().code())
                .param("note", wanted.note())
                .param("takenOn", wanted.takenOn())
                .query(Long.class)
                .single();
    }

    void settle(long id, Deduction.State state, LocalDate on, String by, Result result) {
        db.sql("""
                update deduction
                set state = :state, settled_on = :on, settled_by = :by,
                    credit_note_id = :creditNote, write_off_id = :writeOff, chargeback_id = :chargeback
                where id = :id and state = 'open'
                """)
                .param("id", id)
                .param("state", state.code())
                .param("on", on)
                .param("by", by)
                .param("creditNote", result.creditNoteId)
                .param("writeOff", result.writeOffId)
                .param("chargeback", result.chargebackId)
                .update();
    }

    private static Deduction deduction(ResultSet row, int n) throws SQLException {
        return new Deduction(
                row.getLong("id"),
                row.getLong("invoice_id"),
                row.getString("invoice_number"),
                row.getLong("customer_id"),
                row.getObject("payment_id", Long.class),
                Money.ofMinor(row.getLong("amount"), row.getString("currency")),
                DeductionCode.read(row.getString("code")).orElse(DeductionCode.OTHER),
                row.getString("note"),
                row.getObject("taken_on", LocalDate.class),
                Deduction.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("settled_on", LocalDate.class),
                row.getString("settled_by"));
    }
}
