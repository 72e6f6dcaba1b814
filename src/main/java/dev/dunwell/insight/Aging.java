package dev.dunwell.insight;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Slice;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How old is what is owed, as of any day and as known at any moment (glossary, section 2). Every open item is in
 * exactly one bucket, so the buckets of a currency sum to all that is open in it; credits stand on a line of their own
 * and are not deducted.
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

    /**
     * What is asked.
     *
     * @param customers their numbers; empty for all
     */
    public record Question(AsOf asOf, Buckets buckets, List<String> customers) {

        /** Of all customers. */
        public static Question of(AsOf asOf, Buckets buckets) {
            return new Question(asOf, buckets, List.of());
        }
    }

    /** So many items, together so much. */
    public record Sum(long count, Money amount) {}

    /** One currency: a sum for each bucket, in their order. */
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
    public record Report(Question question, List<Line> lines, List<Sum> credits) {

        public AsOf asOf() {
            return question.asOf;
        }

        public Buckets buckets() {
            return question.buckets;
        }
    }

    /**
     * The aging of one customer in one currency.
     *
     * @param buckets an amount for each bucket, in their order
     * @param open all of them
     * @param credit what the customer can still use, not deducted from them
     */
    public record CustomerLine(
            long customerId, String number, String name, List<Money> buckets, Money open, Money credit) {}

    private record Cell(Currency currency, int bucket, Sum sum) {}

    @Transactional(readOnly = true)
    public Report report(Question question) {
        Buckets buckets = question.buckets;
        Map<String, List<Sum>> sums = new TreeMap<>();
        for (Cell cell : ask(TOTALS, question).query(Aging::cell).list()) {
            sums.computeIfAbsent(cell.currency.getCurrencyCode(), _ -> nothing(buckets, cell.currency))
                    .set(cell.bucket, cell.sum);
        }
        List<Line> lines = sums.entrySet().stream()
                .map(entry -> new Line(Currency.getInstance(entry.getKey()), entry.getValue()))
                .toList();
        return new Report(question, lines, credits(question));
    }

    /** Hands over all customers one by one as they are read, the largest debt of each currency first. */
    @Transactional(readOnly = true)
    public void customers(Question question, Consumer<CustomerLine> each) {
        ask(CUSTOMERS, question)
                .param("currency", null)
                .param("below", Long.MAX_VALUE)
                .param("after", 0)
                .param("limit", null)
                .withFetchSize(1000)
                .query(row -> {
                    each.accept(customerLine(row, question.buckets));
                });
    }

    /** One page of the customers who owe something in a currency, the largest debt first. */
    @Transactional(readOnly = true)
    public Slice<CustomerLine> customers(Question question, Currency currency, @Nullable Cursor after, int limit) {
        List<CustomerLine> rows = ask(CUSTOMERS, question)
                .param("currency", currency.getCurrencyCode())
                .param("below", after == null ? Long.MAX_VALUE : after.number(0))
                .param("after", after == null ? 0 : after.number(1))
                .param("limit", limit + 1)
                .query((row, _) -> customerLine(row, question.buckets))
                .list();
        return Slice.of(rows, limit, last -> Cursor.of(last.open.minor(), last.customerId));
    }

    private List<Sum> credits(Question question) {
        return ask("""
                select k.currency, count(*) as items, sum(k.open_amount) as amount
                from open_credit(:asOf) k
                where cast(:customers as text[]) is null
                  or k.customer_id in (
                    select n.id from customer_by_number n where n.number = any (cast(:customers as text[])))
                group by k.currency
                order by k.currency
                """, question).query((row, _) -> sum(row)).list();
    }

    private StatementSpec ask(String sql, Question question) {
        return question.asOf
                .ask(db, sql)
                .param("customers", question.customers.isEmpty() ? null : question.customers.toArray(String[]::new))
                .param("byDue", question.buckets.basis() == Basis.DUE)
                .param("firstAges", question.buckets.firstAges());
    }

    private static List<Sum> nothing(Buckets buckets, Currency currency) {
        return new ArrayList<>(Collections.nCopies(buckets.count(), new Sum(0, Money.zero(currency))));
    }

    private static Cell cell(ResultSet row, int n) throws SQLException {
        return new Cell(Currency.getInstance(row.getString("currency")), row.getInt("bucket"), sum(row));
    }

    private static Sum sum(ResultSet row) throws SQLException {
        return new Sum(row.getLong("items"), Money.ofMinor(row.getLong("amount"), row.getString("currency")));
    }

    private static CustomerLine customerLine(ResultSet row, Buckets buckets) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        List<Money> amounts = new ArrayList<>(Collections.nCopies(buckets.count(), Money.zero(currency)));
        var at = (Integer[]) row.getArray("buckets").getArray();
        var owed = (BigDecimal[]) row.getArray("amounts").getArray();
        for (int i = 0; i < at.length; i++) {
            amounts.set(at[i], new Money(owed[i].longValueExact(), currency));
        }
        return new CustomerLine(
                row.getLong("customer_id"),
                row.getString("number"),
                row.getString("name"),
                amounts,
                new Money(row.getLong("total"), currency),
                new Money(row.getLong("credit"), currency));
    }
}
