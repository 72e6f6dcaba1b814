package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Amounts that were given up. */
@Repository
public class WriteOffs {

    private final JdbcClient db;

    WriteOffs(JdbcClient db) {
        this.db = db;
    }

    /**
     * An amount given up that counts, so that money that comes late can bring it back.
     *
     * @param allocationId what it settled its invoice with
     */
    public record Standing(
            long id, long invoiceId, long allocationId, LocalDate writtenOn, Money amount, String reason) {}

    /** What was given up of an invoice and not taken back since, the oldest first. */
    @Transactional(readOnly = true)
    public List<Standing> standing(long invoiceId) {
        return db.sql("""
                select w.id, w.invoice_id, a.id as allocation_id, a.effective_on, w.amount, i.currency, w.reason
                from write_off w
                join invoice i on i.org_id = w.org_id and i.id = w.invoice_id
                join allocation a on a.org_id = w.org_id and a.write_off_id = w.id and a.reverses is null
                where w.invoice_id = :invoice
                  and not exists (select from allocation r where r.org_id = a.org_id and r.reverses = a.id)
                order by w.id
                """)
                .param("invoice", invoiceId)
                .query((row, _) -> new Standing(
                        row.getLong("id"),
                        row.getLong("invoice_id"),
                        row.getLong("allocation_id"),
                        row.getObject("effective_on", LocalDate.class),
                        Money.ofMinor(row.getLong("amount"), row.getString("currency")),
                        row.getString("reason")))
                .list();
    }

    /** @param paymentId the payment that left so little; null when a person gave it up */
    long insert(Share share, String reason, LocalDate on, @Nullable Long paymentId) {
        return db.sql("""
                insert into write_off (invoice_id, written_on, amount, reason, payment_id)
                values (:invoice, :on, :amount, :reason, :payment)
                returning id
                """)
                .param("invoice", share.invoiceId())
                .param("on", on)
                .param("amount", share.amount().minor())
                .param("reason", reason)
                .param("payment", paymentId)
                .query(Long.class)
                .single();
    }

    /** Remembers that an allocation of money brought a part of a write-off back. */
    void recovered(long allocationId, long writeOffId) {
        db.sql("insert into recovery (allocation_id, write_off_id) values (:allocation, :writeOff)")
                .param("allocation", allocationId)
                .param("writeOff", writeOffId)
                .update();
    }
}
