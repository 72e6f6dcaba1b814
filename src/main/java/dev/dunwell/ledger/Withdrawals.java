package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.ledger.Withdrawal.Kind;
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

/** What left payments and credit notes. What takes effect after the day asked for does not exist. */
@Repository
public class Withdrawals {

    private static final String SELECT = Sql.named("ledger/withdrawals");

    private final JdbcClient db;

    Withdrawals(JdbcClient db) {
        this.db = db;
    }

    /** What left a payment or a credit note, in the order in which it took effect. */
    @Transactional(readOnly = true)
    public List<Withdrawal> of(Source.Credit credit, LocalDate asOf) {
        return db.sql(SELECT + "and w.%s_id = :credit order by w.effective_on, w.kind, w.id".formatted(credit.table()))
                .param("credit", credit.id())
                .param("asOf", asOf)
                .query(Withdrawals::withdrawal)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Withdrawal> byId(Kind kind, long id) {
        return db.sql(SELECT + "and w.kind = :kind and w.id = :id")
                .param("kind", kind.code())
                .param("id", id)
                .param("asOf", LocalDate.MAX)
                .query(Withdrawals::withdrawal)
                .optional();
    }

    /** The payment that a transfer brought to another customer. */
    Optional<Long> broughtBy(long transferId) {
        return db.sql("select id from payment where transfer_id = :transfer")
                .param("transfer", transferId)
                .query(Long.class)
                .optional();
    }

    /** Records what leaves and lowers what is left by it, in one statement. */
    long insert(Kind kind, Source.Credit from, Money amount, LocalDate effectiveOn, String reason) {
        return insert(kind, from, amount.minor(), effectiveOn, reason, null);
    }

    /** Records the opposite of one and raises what is left by it, in one statement. */
    long reverse(Withdrawal undone, LocalDate effectiveOn) {
        return insert(
                undone.kind(), undone.credit(), -undone.amount().minor(), effectiveOn, undone.reason(), undone.id());
    }

    private long insert(
            Kind kind, Source.Credit from, long minor, LocalDate on, String reason, @Nullable Long reverses) {
        return db.sql("""
                with moved as (
                  update %1$s set unapplied_amount = unapplied_amount - :amount where id = :credit
                )
                insert into %2$s (%1$s_id, amount, effective_on, reason, reverses)
                values (:credit, :amount, :effectiveOn, :reason, :reverses)
                returning id
                """.formatted(from.table(), kind.code()))
                .param("credit", from.id())
                .param("amount", minor)
                .param("effectiveOn", on)
                .param("reason", reason)
                .param("reverses", reverses)
                .query(Long.class)
                .single();
    }

    private static Withdrawal withdrawal(ResultSet row, int n) throws SQLException {
        return new Withdrawal(
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getLong("id"),
                Source.credit(row.getObject("payment_id", Long.class), row.getObject("credit_note_id", Long.class)),
                Money.ofMinor(row.getLong("amount"), row.getString("currency")),
                row.getObject("effective_on", LocalDate.class),
                row.getString("reason"),
                row.getObject("reverses", Long.class),
                row.getObject("reversed_by", Long.class));
    }
}
