package dev.dunwell.statements;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The receipts that were made, and the payments that one can be made for. */
@Repository
@Transactional(readOnly = true)
public class Receipts {

    private static final String LINES = Sql.named("statements/receipt-lines");
    private static final int LISTED = 20;

    private final JdbcClient db;
    private final JsonMapper json;

    Receipts(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * A receipt that was made.
     *
     * @param hash by which the archive opens it
     */
    public record Kept(long id, long paymentId, String hash, Instant madeAt, String madeBy) {

        /** {@code receipt-17-2.pdf}: the payment, and the paper. */
        public String fileName() {
            return "receipt-%d-%d.pdf".formatted(paymentId, id);
        }
    }

    /** Money of a customer that a receipt can be asked for. */
    public record Received(
            long paymentId,
            LocalDate on,
            Money amount,
            @Nullable String reference) {}

    /** The latest payments of a customer that came in and stayed, the latest first. */
    public List<Received> received(long customerId) {
        return db.sql("""
                select p.id, p.received_on, p.currency, p.amount, p.reference
                from payment p
                where p.customer_id = :customer and p.voided_at is null and p.transfer_id is null
                  and not exists (
                    select from payment_reversal r
                    where r.org_id = p.org_id and r.payment_id = p.id
                    group by r.payment_id
                    having sum(r.amount) > 0)
                order by p.received_on desc, p.id desc
                limit :most
                """)
                .param("customer", customerId)
                .param("most", LISTED)
                .query((row, _) -> new Received(
                        row.getLong("id"),
                        row.getObject("received_on", LocalDate.class),
                        Money.ofMinor(row.getLong("amount"), row.getString("currency")),
                        row.getString("reference")))
                .list();
    }

    /** Of a payment, the latest first. */
    public List<Kept> of(long paymentId) {
        return kept("payment_id = ?", paymentId);
    }

    public Optional<Kept> byId(long id) {
        return kept("id = ?", id).stream().findFirst();
    }

    private List<Kept> kept(String which, long id) {
        return db.sql("select id, payment_id, hash, made_at, made_by from receipt_paper where " + which
                        + " order by id desc limit " + LISTED)
                .param(id)
                .query((row, _) -> new Kept(
                        row.getLong("id"),
                        row.getLong("payment_id"),
                        HexFormat.of().formatHex(row.getBytes("hash")),
                        row.getTimestamp("made_at").toInstant(),
                        row.getString("made_by")))
                .list();
    }

    /** The paper on which just this stands, if it was made. */
    Optional<Kept> saying(long paymentId, Receipt receipt) {
        return db.sql("select id from receipt_paper where payment_id = ? and said = cast(? as jsonb)")
                .params(paymentId, json.writeValueAsString(receipt))
                .query(Long.class)
                .optional()
                .flatMap(this::byId);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void insert(long paymentId, Receipt receipt, String hash, String by) {
        db.sql("""
                insert into receipt_paper (payment_id, said, hash, made_by)
                values (:payment, cast(:said as jsonb), decode(:hash, 'hex'), :by)
                on conflict do nothing
                """)
                .param("payment", paymentId)
                .param("said", json.writeValueAsString(receipt))
                .param("hash", hash)
                .param("by", by)
                .update();
    }

    List<Receipt.Line> lines(long paymentId) {
        return db.sql(LINES)
                .param("payment", paymentId)
                .query((row, _) -> {
                    String currency = row.getString("currency");
                    return new Receipt.Line(
                            row.getString("number"),
                            row.getObject("issued_on", LocalDate.class),
                            Money.ofMinor(row.getLong("amount"), currency),
                            Money.ofMinor(row.getLong("paid"), currency),
                            Money.ofMinor(row.getLong("discounted"), currency),
                            Money.ofMinor(row.getLong("open"), currency));
                })
                .list();
    }

    /** How a payment came, by the key it has at its origin. */
    static String way(@Nullable String sourceKey) {
        String origin = sourceKey == null ? "" : sourceKey.toLowerCase(Locale.ROOT);
        return origin.startsWith("stripe:")
                ? "card"
                : origin.startsWith("paypal:") ? "paypal" : origin.startsWith("debit:") ? "debit" : "transfer";
    }
}
