package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Locks what an act is about to move until the end of its transaction. Every act locks the payment or credit note
 * first, then the invoices in the order of their ids, so that any number may work at once and none waits in a circle.
 */
@Component
class Locks {

    private static final String PAYMENT = """
            select id, customer_id, '' as name, greatest(received_on, identified_on) as dated_on, amount,
                   unapplied_amount as open, currency
            from payment
            where id = :id and voided_at is null
            for no key update
            """;
    private static final String CREDIT_NOTE = """
            select id, customer_id, number as name, issued_on as dated_on, amount, unapplied_amount as open, currency
            from credit_note
            where id = :id and voided_at is null
            for no key update
            """;
    private static final String WRITE_OFF = """
            select w.id, i.customer_id, '' as name, w.written_on as dated_on, w.amount, w.amount as open, i.currency
            from write_off w
            join invoice i on i.org_id = w.org_id and i.id = w.invoice_id
            where w.id = :id
            """;
    private static final String DISCOUNT = """
            select d.id, i.customer_id, '' as name, d.taken_on as dated_on, d.amount, d.amount as open, i.currency
            from discount_taken d
            join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
            where d.id = :id
            """;
    private static final String DEDUCTION = """
            select d.id, i.customer_id, '' as name, d.settled_on as dated_on, d.amount, d.amount as open, i.currency
            from deduction d
            join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
            where d.id = :id
            """;
    private static final String INVOICES = """
            select id, customer_id, number as name, due_on as dated_on, amount, open_amount as open, currency
            from invoice
            where id = any(:ids) and voided_at is null
            order by id
            for no key update
            """;
    private static final String OPEN_INVOICES = """
            select id, customer_id, number as name, due_on as dated_on, amount, open_amount as open, currency
            from invoice
            where customer_id = :customer and currency = :currency and issued_on <= :day
              and open_amount > 0 and voided_at is null
            order by id
            for no key update
            """;

    private final JdbcClient db;

    Locks(JdbcClient db) {
        this.db = db;
    }

    /**
     * What can still be used of a source, or be settled of an invoice.
     *
     * @param customerId null for money whose payer is unknown
     */
    record Left(long id, @Nullable Long customerId, String name, LocalDate datedOn, Money amount, Money open) {}

    /**
     * Write-offs, discounts and deductions are used once, with their invoice locked; they need no lock of their own.
     */
    Left source(Source source) {
        String sql = switch (source) {
            case Source.OfPayment _ -> PAYMENT;
            case Source.OfCreditNote _ -> CREDIT_NOTE;
            case Source.OfWriteOff _ -> WRITE_OFF;
            case Source.OfDiscount _ -> DISCOUNT;
            case Source.OfDeduction _ -> DEDUCTION;
        };
        return db.sql(sql)
                .param("id", source.id())
                .query(Locks::left)
                .optional()
                .orElseThrow(() -> new NotFound(source.kind()));
    }

    /** Those that there are, by their ids. */
    List<Left> invoices(Collection<Long> ids) {
        return db.sql(INVOICES)
                .param("ids", ids.toArray(Long[]::new))
                .query(Locks::left)
                .list();
    }

    Left invoice(long id) {
        return invoices(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("invoice"));
    }

    /** The open invoices that a source can settle: its customer's, in its currency, issued by its day. */
    List<Left> openInvoices(Left from) {
        return db.sql(OPEN_INVOICES)
                .param("customer", from.customerId)
                .param("currency", from.open.currency().getCurrencyCode())
                .param("day", from.datedOn)
                .query(Locks::left)
                .list();
    }

    /** From when on all is free that was taken back at a payment or credit note, the longest ago when nothing was. */
    LocalDate freeOn(Source.Credit credit) {
        return db.sql("""
                select coalesce(max(u.effective_on), '-infinity')
                from credit_use u
                where u.%s_id = :id and u.is_reversal
                """.formatted(credit.table()))
                .param("id", credit.id())
                .query(LocalDate.class)
                .single();
    }

    /** From when on all is free that was taken back at an invoice; its own day when nothing was. */
    LocalDate invoiceFreeOn(long invoiceId) {
        return db.sql("""
                select greatest(i.issued_on, (
                  select max(a.effective_on) from allocation a where a.invoice_id = i.id and a.reverses is not null
                ))
                from invoice i
                where i.id = :id
                """).param("id", invoiceId).query(LocalDate.class).single();
    }

    private static Left left(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        return new Left(
                row.getLong("id"),
                row.getObject("customer_id", Long.class),
                row.getString("name"),
                row.getObject("dated_on", LocalDate.class),
                Money.ofMinor(row.getLong("amount"), currency),
                Money.ofMinor(row.getLong("open"), currency));
    }
}
