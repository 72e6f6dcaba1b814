package dev.dunwell.insight;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How old is what is owed, as of any day (glossary, section 2). Every open item is in exactly one bucket, so the
 * buckets of a currency sum to all that is open in it; credits stand on a line of their own and are not deducted.
 */
@Repository
public class Aging {

    /** How many sort keys a cursor among customers has. */
    public static final int CURSOR_KEYS = 2;

    private static final String TOTALS = Sql.named("insight/aging");
    private static final String CUSTOMERS = Sql.named("insight/aging-customers");

    private final JdbcClient db;

    Aging(JdbcClient db) {
        this.db = db;
    }

    /** So many items, together so much. */
    public record Sum(long count, Money amount) {}

    /** One currency: a sum for each bucket of the basis, in its order. */
    public record Line(Currency currency, List<Sum> buckets) {

        public Sum total() {
            return buckets.stream()
                    .reduce(
                            new Sum(0, Money.zero(currency)),
                            (a, b) -> new Sum(a.count + b.count, a.amount.plus(b.amount)));
        }
    }

    /**
     * The aging of all customers.
     *
     * @param lines one for each currency in which something is open
     * @param credits what customers can still use, one for each currency, above zero
     */
    public record Report(LocalDate asOf, Basis basis, List<Line> lines, List<Sum> credits) {}

    /**
     * The aging of one customer in one currency.
     *
     * @param buckets an amount for each bucket of the basis, in its order
     * @param open all of them
     * @param credit what the customer can still use, not deducted from them
     */
    public record CustomerLine(
            long customerId, String number, String name, List<Money> buckets, Money open, Money credit) {}

    @Transactional(readOnly = true)
    public Report report(LocalDate asOf, Basis basis) {
        List<Line> lines =
                ask(TOTALS, asOf, basis).query((row, _) -> line(row, basis)).list();
        return new Report(asOf, basis, lines, credits(asOf));
    }

    /** Hands over all customers one by one as they are read, the largest debt of each currency first. */
    @Transactional(readOnly = true)
    public void customers(LocalDate asOf, Basis basis, Consumer<CustomerLine> each) {
        ask(CUSTOMERS, asOf, basis)
                .param("currency", null)
                .param("below", Long.MAX_VALUE)
                .param("after", 0)
                .param("limit", null)
                .withFetchSize(1000)
                .query(row -> {
                    each.accept(customerLine(row, basis));
                });
    }

    /** One page of the customers who owe something in a currency, the largest debt first. */
    @Transactional(readOnly = true)
    public Slice<CustomerLine> customers(
            LocalDate asOf, Basis basis, Currency currency, @Nullable Cursor after, int limit) {
        List<CustomerLine> rows = ask(CUSTOMERS, asOf, basis)
                .param("currency", currency.getCurrencyCode())
                .param("below", after == null ? Long.MAX_VALUE : after.number(0))
                .param("after", after == null ? 0 : after.number(1))
                .param("limit", limit + 1)
                .query((row, _) -> customerLine(row, basis))
                .list();
        return Slice.of(rows, limit, last -> Cursor.of(last.open.minor(), last.customerId));
    }

    private List<Sum> credits(LocalDate asOf) {
        return db.sql("""
                select currency, count(*) as items, sum(open_amount) as amount
                from open_credit(:asOf)
                group by currency
                order by currency
                """)
                .param("asOf", asOf)
                .query((row, _) ->
                        new Sum(row.getLong("items"), Money.ofMinor(row.getLong("amount"), row.getString("currency"))))
                .list();
    }

    private StatementSpec ask(String question, LocalDate asOf, Basis basis) {
        return db.sql(question)
                .param("asOf", asOf)
                .param("byDue", basis == Basis.DUE)
                .param("first", basis.first());
    }

    private static Line line(ResultSet row, Basis basis) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        List<Sum> sums = new ArrayList<>();
        for (int i : columns(basis)) {
            sums.add(new Sum(row.getLong("count_" + i), new Money(row.getLong("amount_" + i), currency)));
        }
        return new Line(currency, sums);
    }

    private static CustomerLine customerLine(ResultSet row, Basis basis) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        List<Money> buckets = new ArrayList<>();
        for (int i : columns(basis)) {
            buckets.add(new Money(row.getLong("amount_" + i), currency));
        }
        return new CustomerLine(
                row.getLong("customer_id"),
                row.getString("number"),
                row.getString("name"),
                buckets,
                new Money(row.getLong("total"), currency),
                new Money(row.getLong("credit"), currency));
    }

    private static int[] columns(Basis basis) {
        return IntStream.range(basis.skipped(), 5).toArray();
    }
}
