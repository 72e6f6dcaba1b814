package dev.dunwell.collections;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every invoice as of a day, narrowed down and put in order: what is dated later does not exist, and what was settled
 * later is still open. Of an invoice in instalments each that is open is a row of its own, so that rows sum to what
 * aging says of the same days.
 */
@Repository
public class InvoiceList {

    public static final int CURSOR_KEYS = 3;
    private static final String ROWS = Sql.named("collections/invoices");

    private static final String OF_CUSTOMERS =
            "i.customer_id in (select k.id from customer_by_number k where k.number = any (:customers))";

    private final JdbcClient db;

    InvoiceList(JdbcClient db) {
        this.db = db;
    }

    /** Which state an invoice is in on the day. */
    public enum State {
        OPEN("and i.open_amount > 0\n"),
        OVERDUE("and i.open_amount > 0 and i.due_on < :asOf\n"),
        DISPUTED("and i.open_amount > 0 and " + DISPUTE + "\n"),
        SETTLED("and i.open_amount = 0\n"),
        ALL("");

        private final String sql;

        State(String sql) {
            this.sql = sql;
        }

        /** Whether it speaks only of what is open; only that is known as of an earlier moment. */
        public boolean isOpen() {
            return this == OPEN || this == OVERDUE || this == DISPUTED;
        }
    }

    /** By number, by customer, the latest issued first, the earliest due first, or most open first. */
    public enum Order {
        NUMBER("(i.number, i.id, i.line) > (:text, :id, :line) order by i.number, i.id, i.line"),
        CUSTOMER("(c.name, i.id, i.line) > (:text, :id, :line) order by c.name, i.id, i.line"),
        ISSUED("(i.issued_on, i.id, i.line) < (:day, :id, :line) order by i.issued_on desc, i.id desc, i.line desc"),
        DUE("(i.due_on, i.id, i.line) > (:day, :id, :line) order by i.due_on, i.id, i.line"),
        OPEN(
                "(i.open_amount, i.id, i.line) < (:amount, :id, :line) order by i.open_amount desc, i.id desc, i.line desc");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }

        private boolean isDescending() {
            return this == ISSUED || this == OPEN;
        }
    }

    /**
     * Days from and to, each included; null: without end.
     *
     * @param customers their numbers; empty for all
     * @param currency ISO 4217; empty for all
     */
    public record Filter(AsOf asOf, State state, List<String> customers, String currency, Days due, Days issued) {}

    /** From a day to a day, both included; null: without end. */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {}

    /**
     * An invoice on the day; {@code open} is nothing when it is settled.
     *
     * @param line which of its instalments, from 1; 0 where it is due as a whole
     */
    public record Row(
            long id,
            String number,
            int line,
            long customerId,
            String customerNumber,
            String customerName,
            LocalDate issuedOn,
            LocalDate dueOn,
            Money amount,
            Money open,
            boolean isDisputed) {

        /** 0 for what is settled, and up to and on the due date. */
        public long daysOverdue(LocalDate asOf) {
            return open.isPositive() ? Math.max(0, ChronoUnit.DAYS.between(dueOn, asOf)) : 0;
        }
    }

    /** So many rows in one currency, and what is open of them. */
    public record Total(long rows, Money open) {}

    private static final String DISPUTE = """
            exists (
              select from dispute d
              where d.invoice_id = i.id and d.opened_on <= :asOf
                and (d.closed_on is null or d.closed_on > :asOf))""";

    /** All rows together, by currency. */
    @Transactional(readOnly = true)
    public List<Total> totals(Filter filter) {
        String sums = "select r.currency, count(*) as rows, sum(r.open_amount) as open from (" + ROWS + narrowed(filter)
                + ") r group by r.currency order by r.currency";
        return ask(sums, filter)
                .query((row, _) ->
                        new Total(row.getLong("rows"), Money.ofMinor(row.getLong("open"), row.getString("currency"))))
                .list();
    }

    @Transactional(readOnly = true)
    public Slice<Row> page(Filter filter, Order order, @Nullable Cursor after, int limit) {
        boolean isDay = order == Order.DUE || order == Order.ISSUED;
        boolean isText = order == Order.NUMBER || order == Order.CUSTOMER;
        LocalDate firstDay = order == Order.ISSUED ? LocalDate.MAX : LocalDate.MIN;
        long firstKey = order.isDescending() ? Integer.MAX_VALUE : -1;
        List<Row> rows = ask(ROWS + narrowed(filter) + "and " + order.sql + " limit :limit", filter)
                .param("day", after == null || !isDay ? firstDay : after.date(0))
                .param("text", after == null || !isText ? "" : after.text(0))
                .param("amount", after == null || order != Order.OPEN ? Long.MAX_VALUE : after.number(0))
                .param("id", after == null ? firstKey : after.number(1))
                .param("line", after == null ? firstKey : after.number(2))
                .param("limit", limit + 1)
                .query((row, _) -> row(row))
                .list();
        return Slice.of(rows, limit, last -> cursor(last, order));
    }

    private StatementSpec ask(String sql, Filter filter) {
        return filter.asOf
                .ask(db, sql)
                .param("settled", !filter.state.isOpen())
                .param("customers", filter.customers.toArray(String[]::new))
                .param("currency", filter.currency)
                .param("dueFrom", filter.due.from)
                .param("dueTo", filter.due.to)
                .param("issuedFrom", filter.issued.from)
                .param("issuedTo", filter.issued.to);
    }

    private static String narrowed(Filter filter) {
        return filter.state.sql
                + (filter.customers.isEmpty() ? "" : "and " + OF_CUSTOMERS + "\n")
                + (filter.currency.isEmpty() ? "" : "and i.currency = :currency\n")
                + between("i.due_on", filter.due, "due")
                + between("i.issued_on", filter.issued, "issued");
    }

    private static String between(String column, Days days, String name) {
        return (days.from == null ? "" : "and " + column + " >= :" + name + "From\n")
                + (days.to == null ? "" : "and " + column + " <= :" + name + "To\n");
    }

    private static Cursor cursor(Row row, Order order) {
        return switch (order) {
            case DUE -> Cursor.of(row.dueOn, row.id, row.line);
            case ISSUED -> Cursor.of(row.issuedOn, row.id, row.line);
            case NUMBER -> Cursor.of(row.number, row.id, row.line);
            case CUSTOMER -> Cursor.of(row.customerName, row.id, row.line);
            case OPEN -> Cursor.of(row.open.minor(), row.id, row.line);
        };
    }

    private static Row row(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Row(
                row.getLong("id"),
                row.getString("number"),
                row.getInt("line"),
                row.getLong("customer_id"),
                row.getString("customer_number"),
                row.getString("customer_name"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                Money.ofMinor(row.getLong("amount"), currency),
                Money.ofMinor(row.getLong("open_amount"), currency),
                row.getBoolean("disputed"));
    }
}
