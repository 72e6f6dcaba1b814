package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Money that settles nothing yet on a day: on account, unapplied, unidentified (glossary, section 1). */
@Repository
public class Cash {

    /** How many sort keys a cursor has. */
    public static final int CURSOR_KEYS = 2;

    private static final String SELECT = Sql.named("ledger/cash");

    private final JdbcClient db;

    Cash(JdbcClient db) {
        this.db = db;
    }

    /**
     * A payment of which something is left.
     *
     * @param state unidentified, unapplied or on account
     * @param customerId null while the payer is unknown, and so are the number and the name
     */
    public record Line(
            long paymentId,
            Payment.State state,
            @Nullable Long customerId,
            @Nullable String customerNumber,
            @Nullable String customerName,
            LocalDate receivedOn,
            Money amount,
            Money left,
            String reference) {

        /** Days since it came in. */
        public long age(LocalDate today) {
            return ChronoUnit.DAYS.between(receivedOn, today);
        }
    }

    /** What is left in one state and currency. */
    public record Sum(Payment.State state, long count, Money left) {}

    /** The oldest first; of one state, or of all when it is null. */
    @Transactional(readOnly = true)
    public Slice<Line> page(Payment.@Nullable State state, LocalDate asOf, @Nullable Cursor after, int limit) {
        List<Line> rows = ask(state, asOf, after == null ? LocalDate.MIN : after.date(0), after == null ? 0 : after.number(1))
                .param("limit", limit + 1)
                .query(Cash::line)
                .list();
        return Slice.of(rows, limit, last -> Cursor.of(last.receivedOn(), last.paymentId()));
    }

    /** Hands all of it over one by one as it is read, the oldest first. */
    @Transactional(readOnly = true)
    public void each(LocalDate asOf, Consumer<Line> each) {
        ask(null, asOf, LocalDate.MIN, 0)
                .param("limit", null)
                .withFetchSize(1000)
                .query((row, n) -> {
                    each.accept(line(row, n));
                    return true;
                })
                .list();
    }

    /** How much is left in each state and currency. */
    @Transactional(readOnly = true)
    public List<Sum> sums(LocalDate asOf) {
        return db.sql("select state, currency, count(*) as count, sum(left_amount) as left_amount from ("
                        + SELECT
                        + ") c group by state, currency order by state desc, currency")
                .param("state", null)
                .param("asOf", asOf)
                .param("afterOn", LocalDate.MIN)
                .param("after", 0)
                .param("limit", null)
                .query((row, _) -> new Sum(
                        state(row),
                        row.getLong("count"),
                        Money.ofMinor(row.getLong("left_amount"), row.getString("currency"))))
                .list();
    }

    private StatementSpec ask(Payment.@Nullable State state, LocalDate asOf, LocalDate afterOn, long after) {
        return db.sql(SELECT)
                .param("state", state == null ? null : state.code())
                .param("asOf", asOf)
                .param("afterOn", afterOn)
                .param("after", after);
    }

    private static Payment.State state(ResultSet row) throws SQLException {
        return Payment.State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT));
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        return new Line(
                row.getLong("id"),
                state(row),
                row.getObject("customer_id", Long.class),
                row.getString("customer_number"),
                row.getString("customer_name"),
                row.getObject("dated_on", LocalDate.class),
                Money.ofMinor(row.getLong("amount"), currency),
                Money.ofMinor(row.getLong("left_amount"), currency),
                row.getString("reference"));
    }
}
