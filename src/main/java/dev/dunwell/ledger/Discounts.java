package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.List;
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

    private static TakenDiscount discount(java.sql.ResultSet row, int n) throws java.sql.SQLException {
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
