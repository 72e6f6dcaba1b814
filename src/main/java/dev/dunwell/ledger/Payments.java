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
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Money that came in. What is received after the day asked for does not exist. */
@Repository
public class Payments {

    private static final String SELECT = Sql.named("ledger/payments");

    private final JdbcClient db;

    Payments(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Payment> byId(long id, LocalDate asOf) {
        return db.sql(SELECT + "and p.id = :id")
                .param("id", id)
                .param("asOf", asOf)
                .query(Payments::payment)
                .optional();
    }

    /** Of one customer, or of all when it is null, in the order in which they were recorded. */
    @Transactional(readOnly = true)
    public Slice<Payment> page(@Nullable Long customerId, LocalDate asOf, @Nullable Cursor after, int limit) {
        String ofCustomer = customerId == null ? "" : "and p.customer_id = :customer ";
        List<Payment> rows = db.sql(SELECT + ofCustomer + "and p.id > :after order by p.id limit :limit")
                .param("customer", customerId)
                .param("asOf", asOf)
                .param("after", after == null ? 0 : after.number(0))
                .param("limit", limit + 1)
                .query(Payments::payment)
                .list();
        return Slice.of(rows, limit, last -> Cursor.of(last.id()));
    }

    /** The payment with this key, if it was taken before; known at once, whatever its day. */
    Optional<Payment> bySourceKey(String key) {
        return db.sql(SELECT + "and p.source_key = :key")
                .param("key", key)
                .param("asOf", LocalDate.MAX)
                .query(Payments::payment)
                .optional();
    }

    /** @return its id; empty when a payment with the same source key is there already */
    OptionalLong insert(RecordPayment.Wanted wanted) {
        Long id = db.sql("""
                insert into payment
                  (customer_id, received_on, currency, amount, unapplied_amount, reference, source_key, purpose)
                values
                  (:customer, :receivedOn, :currency, :amount, :amount, :reference, :key, :purpose)
                on conflict (org_id, source_key) where source_key is not null and voided_at is null do nothing
                returning id
                """)
                .param("customer", wanted.customerId())
                .param("receivedOn", wanted.receivedOn())
                .param("currency", wanted.amount().currency().getCurrencyCode())
                .param("amount", wanted.amount().minor())
                .param("reference", wanted.reference())
                .param("key", wanted.sourceKey())
                .param("purpose", wanted.use().purpose().code())
                .query(Long.class)
                .optional()
                .orElse(null);
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /** The other half of a transfer: the same money, at another customer. */
    long insertTransferred(long transferId, long customerId, LocalDate on) {
        return db.sql("""
                insert into payment (customer_id, received_on, currency, amount, unapplied_amount, reference, transfer_id)
                select :customer, :on, p.currency, t.amount, t.amount, p.reference, t.id
                from transfer t
                join payment p on p.org_id = t.org_id and p.id = t.payment_id
                where t.id = :transfer
                returning id
                """)
                .param("transfer", transferId)
                .param("customer", customerId)
                .param("on", on)
                .query(Long.class)
                .single();
    }

    boolean isTransferred(long id) {
        return db.sql("select exists (select from payment where id = :id and transfer_id is not null)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void identify(long id, long customerId, LocalDate on) {
        db.sql("update payment set customer_id = :customer, identified_on = :on where id = :id")
                .param("id", id)
                .param("customer", customerId)
                .param("on", on)
                .update();
    }

    void keep(long id, Payment.Purpose purpose) {
        db.sql("update payment set purpose = :purpose where id = :id")
                .param("id", id)
                .param("purpose", purpose.code())
                .update();
    }

    private static Payment payment(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        return new Payment(
                row.getLong("id"),
                row.getObject("customer_id", Long.class),
                row.getString("customer_number"),
                row.getObject("received_on", LocalDate.class),
                Money.ofMinor(row.getLong("amount"), currency),
                Money.ofMinor(row.getLong("unapplied_then"), currency),
                row.getString("reference"),
                row.getString("source_key"),
                Payment.Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                row.getObject("transfer_id", Long.class),
                row.getObject("reversed_on", LocalDate.class));
    }
}
