package dev.dunwell.insight;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Slice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was sold and is not collected, by customer, over a period; read from the journal, so that it ties to the ledger:
 * opening + billed − credited − collected − other = closing.
 */
@Repository
public class Receivables {

    /** How many sort keys a cursor has. */
    public static final int CURSOR_KEYS = 3;

    private static final String ROWS = Sql.named("insight/receivables");
    private static final String PAID = Sql.named("insight/paid-within-terms");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final JdbcClient db;

    Receivables(JdbcClient db) {
        this.db = db;
    }

    /**
     * The figures of a period in one currency.
     *
     * @param opening owed before it, less credits; may be below zero
     * @param collected money that came in, less what went back with the bank
     * @param other written off, discounts, deductions, refunds, transfers and what other customers paid; above zero it
     *     lowers what is owed
     */
    public record Figures(Money opening, Money billed, Money credited, Money collected, Money other, Money closing) {}

    /** The figures of one customer. */
    public record Row(long customerId, String number, String name, Figures figures) {}

    /**
     * How many invoices fell due in one currency and how many of them were paid by then; how much, and how much of it.
     */
    public record OnTime(long due, long paid, Money dueAmount, Money paidAmount) {

        /** In percent of the number, one decimal, half-up. */
        public BigDecimal percentOfCount() {
            return percent(BigDecimal.valueOf(paid), BigDecimal.valueOf(due));
        }

        /** In percent of the amount, one decimal, half-up. */
        public BigDecimal percentOfAmount() {
            return percent(paidAmount.amount(), dueAmount.amount());
        }

        private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
            return whole.signum() == 0
                    ? BigDecimal.ZERO
                    : part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
        }
    }

    /** The figures of all customers together, one line for each currency. */
    @Transactional(readOnly = true)
    public List<Figures> totals(LocalDate from, AsOf to) {
        return ask("""
                select currency, sum(opening) as opening, sum(billed) as billed, sum(credited) as credited,
                       sum(collected) as collected, sum(other) as other, sum(closing) as closing
                from (
                """ + ROWS + ") r group by currency order by currency", from, to)
                .query((row, _) -> figures(row))
                .list();
    }

    /** One page of customers, who owes most at the end first, currency by currency. */
    @Transactional(readOnly = true)
    public Slice<Row> page(LocalDate from, AsOf to, @Nullable Cursor after, int limit) {
        List<Row> rows = ask("select * from (" + ROWS + """
                        ) r
                        where (r.currency, -r.closing, r.customer_id) > (:currency, :closing, :id)
                        order by r.currency, -r.closing, r.customer_id
                        limit :limit
                        """, from, to)
                .param("currency", after == null ? "" : after.text(0))
                .param("closing", after == null ? 0 : after.number(1))
                .param("id", after == null ? 0 : after.number(2))
                .param("limit", limit + 1)
                .query((row, _) -> row(row))
                .list();
        return Slice.of(
                rows,
                limit,
                last -> Cursor.of(
                        last.figures.closing.currency().getCurrencyCode(),
                        -last.figures.closing.minor(),
                        last.customerId));
    }

    /** Hands over all customers one by one as they are read. */
    @Transactional(readOnly = true)
    public void each(LocalDate from, AsOf to, Consumer<Row> each) {
        ask("select * from (" + ROWS + ") r order by r.currency, -r.closing, r.customer_id", from, to)
                .withFetchSize(1000)
                .query(row -> {
                    each.accept(row(row));
                });
    }

    /** Of the invoices that fell due in the period, those paid by then; one line for each currency. */
    @Transactional(readOnly = true)
    public List<OnTime> onTime(LocalDate from, LocalDate to) {
        return db.sql(PAID)
                .param("fromOn", from)
                .param("toOn", to)
                .query((row, _) -> {
                    String currency = row.getString("currency");
                    return new OnTime(
                            row.getLong("due_count"),
                            row.getLong("paid_count"),
                            Money.ofMinor(row.getLong("due_amount"), currency),
                            Money.ofMinor(row.getLong("paid_amount"), currency));
                })
                .list();
    }

    private StatementSpec ask(String sql, LocalDate from, AsOf to) {
        Instant knownAt = to.knownAt();
        return db.sql(sql)
                .param("fromOn", from)
                .param("toOn", to.day())
                .param("knownAt", knownAt == null ? null : knownAt.atOffset(ZoneOffset.UTC));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong("customer_id"), row.getString("number"), row.getString("name"), figures(row));
    }

    private static Figures figures(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Figures(
                Money.ofMinor(row.getLong("opening"), currency),
                Money.ofMinor(row.getLong("billed"), currency),
                Money.ofMinor(row.getLong("credited"), currency),
                Money.ofMinor(row.getLong("collected"), currency),
                Money.ofMinor(row.getLong("other"), currency),
                Money.ofMinor(row.getLong("closing"), currency));
    }
}
