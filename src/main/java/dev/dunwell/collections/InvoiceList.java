package dev.dunwell.collections;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every invoice as of a day, narrowed down and put in order: what is dated later does not exist, and what was settled
 * later is still open.
 */
@Repository
public class InvoiceList {

    public static final int CURSOR_KEYS = 2;
    private static final String ROWS = Sql.named("collections/invoices");

    private final JdbcClient db;

    InvoiceList(JdbcClient db) {
        this.db = db;
    }

    /** Which state an invoice is in on the day. */
    public enum State {
        OPEN("and o.open_amount > 0\n"),
        OVERDUE("and o.open_amount > 0 and i.due_on < :asOf\n"),
        DISPUTED("and o.open_amount > 0 and " + DISPUTE + "\n"),
        SETTLED("and o.id is null\n"),
        ALL("");

        private final String sql;

        State(String sql) {
            this.sql = sql;
        }
    }

    /** By number, by customer, the latest issued first, the earliest due first, or most open first. */
    public enum Order {
        NUMBER("(i.number, i.id) > (:text, :id) order by i.number, i.id"),
        CUSTOMER("(c.name, i.id) > (:text, :id) order by c.name, i.id"),
        ISSUED("(i.issued_on, i.id) < (:day, :id) order by i.issued_on desc, i.id desc"),
        DUE("(i.due_on, i.id) > (:day, :id) order by i.due_on, i.id"),
        OPEN("(coalesce(o.open_amount, 0), i.id) < (:amount, :id) order by coalesce(o.open_amount, 0) desc, i.id desc");

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
     * @param currency ISO 4217; empty for all
     */
    public record Filter(LocalDate asOf, State state, String currency, Days due, Days issued) {}

    /** From a day to a day, both included; null: without end. */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {}

    /** An invoice on the day; {@code open} is nothing when it is settled. */
    public record Row(
            long id,
            String number,
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

    private static final String DISPUTE = """
            exists (
              select from dispute d
              where d.org_id = i.org_id and d.invoice_id = i.id and d.opened_on <= :asOf
                and (d.closed_on is null or d.closed_on > :asOf))""";

    @Transactional(readOnly = true)
    public Slice<Row> page(Filter filter, Order order, @Nullable Cursor after, int limit) {
        String narrowed = filter.state.sql
                + (filter.currency.isEmpty() ? "" : "and i.currency = :currency\n")
                + between("i.due_on", filter.due, "due")
                + between("i.issued_on", filter.issued, "issued");
        boolean isDay = order == Order.DUE || order == Order.ISSUED;
        boolean isText = order == Order.NUMBER || order == Order.CUSTOMER;
        LocalDate firstDay = order == Order.ISSUED ? LocalDate.MAX : LocalDate.MIN;
        List<Row> rows = db.sql(ROWS + narrowed + "and " + order.sql + " limit :limit")
                .param("asOf", filter.asOf)
                .param("currency", filter.currency)
                .param("dueFrom", filter.due.from)
                .param("dueTo", filter.due.to)
                .param("issuedFrom", filter.issued.from)
                .param("issuedTo", filter.issued.to)
                .param("day", after == null || !isDay ? firstDay : after.date(0))
                .param("text", after == null || !isText ? "" : after.text(0))
                .param("amount", after == null || order != Order.OPEN ? Long.MAX_VALUE : after.number(0))
                .param("id", after != null ? after.number(1) : order.isDescending() ? Long.MAX_VALUE : 0)
                .param("limit", limit + 1)
                .query((row, _) -> row(row))
                .list();
        return Slice.of(rows, limit, last -> cursor(last, order));
    }

    private static String between(String column, Days days, String name) {
        return (days.from == null ? "" : "and " + column + " >= :" + name + "From\n")
                + (days.to == null ? "" : "and " + column + " <= :" + name + "To\n");
    }

    private static Cursor cursor(Row row, Order order) {
        return switch (order) {
            case DUE -> Cursor.of(row.dueOn, row.id);
            case ISSUED -> Cursor.of(row.issuedOn, row.id);
            case NUMBER -> Cursor.of(row.number, row.id);
            case CUSTOMER -> Cursor.of(row.customerName, row.id);
            case OPEN -> Cursor.of(row.open.minor(), row.id);
        };
    }

    private static Row row(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Row(
                row.getLong("id"),
                row.getString("number"),
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
