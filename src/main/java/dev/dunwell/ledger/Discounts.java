package dev.dunwell.ledger;

import static java.util.Objects.requireNonNull;

import dev.dunwell.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The discounts that payers took. */
@Repository
public class Discounts {

    private static final String SELECT = """
            select d.*, i.currency, exists (
                select from allocation a
                where a.org_id = d.org_id and a.discount_id = d.id and a.reverses is null
                  and not exists (select from allocation r where r.org_id = a.org_id and r.reverses = a.id)
              ) as is_booked
            from discount_taken d
            join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
            """;

    private final JdbcClient db;

    Discounts(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public List<TakenDiscount> ofInvoice(long invoiceId) {
        return db.sql(SELECT + "where d.invoice_id = :invoice order by d.id")
                .param("invoice", invoiceId)
                .query(Discounts::discount)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<TakenDiscount> byId(long id) {
        return db.sql(SELECT + "where d.id = :id")
                .param("id", id)
                .query(Discounts::discount)
                .optional();
    }

    /** An invoice on which a payment left something open, though its terms know a discount. */
    record Short(long invoiceId, Money rest, Discount.Outcome offer) {}

    /** Which of these invoices have something open and a discount in their terms, and what is it on the day of the money? */
    List<Short> shortOf(Map<Long, LocalDate> paidOn) {
        return db.sql("""
                select i.id, i.issued_on, i.due_on, i.amount, i.open_amount, i.currency, t.discounts, t.discount_grace_days
                from invoice i
                join terms t on t.org_id = i.org_id and t.id = i.terms_id
                where i.id = any(:invoices) and i.open_amount > 0 and t.discounts <> ''
                  and not exists (select from discount_taken d where d.org_id = i.org_id and d.invoice_id = i.id)
                order by i.id
                """)
                .param("invoices", paidOn.keySet().toArray(Long[]::new))
                .query((row, _) -> shortOf(row, requireNonNull(paidOn.get(row.getLong("id")))))
                .list();
    }

    private static Short shortOf(ResultSet row, LocalDate paidOn) throws SQLException {
        String currency = row.getString("currency");
        var bill = new Invoice.Bill(
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                Money.ofMinor(row.getLong("amount"), currency),
                false,
                null);
        List<DiscountStep> steps = DiscountStep.parse(row.getString("discounts"));
        return new Short(
                row.getLong("id"),
                Money.ofMinor(row.getLong("open_amount"), currency),
                Discount.due(steps, row.getInt("discount_grace_days"), bill, paidOn));
    }

    long insert(TakeDiscount.Wanted wanted, boolean earned) {
        return db.sql("""
                insert into discount_taken (invoice_id, payment_id, amount, earned, taken_on)
                values (:invoice, :payment, :amount, :earned, :takenOn)
                returning id
                """)
                .param("invoice", wanted.invoiceId())
                .param("payment", wanted.paymentId())
                .param("amount", wanted.amount().minor())
                .param("earned", earned)
                .param("takenOn", wanted.takenOn())
                .query(Long.class)
                .single();
    }

    private static TakenDiscount discount(ResultSet row, int n) throws SQLException {
        return new TakenDiscount(
                row.getLong("id"),
                row.getLong("invoice_id"),
                row.getObject("payment_id", Long.class),
                Money.ofMinor(row.getLong("amount"), row.getString("currency")),
                row.getObject("taken_on", LocalDate.class),
                row.getBoolean("earned"),
                row.getBoolean("is_booked"));
    }
}
