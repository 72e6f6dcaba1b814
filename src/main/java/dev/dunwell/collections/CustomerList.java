package dev.dunwell.collections;

import dev.dunwell.kernel.Sql;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everybody who buys, with what each owes today, in four orders. Reads the standings and adds nothing up; amounts of
 * different currencies are put in order by the figure of the first.
 */
@Repository
public class CustomerList {

    public static final int CURSOR_KEYS = 2;
    private static final String ROWS = Sql.named("collections/customers");
    /** The first sort key of customers without a standing, who come last. */
    private static final String OWES_NOTHING = "";

    /**
     * Asked once and hashed: a look for each customer would take minutes on a book the database has not counted yet.
     */
    private static final String REACHABLE =
            "select k.customer_id from contact k where k.voided_at is null and k.bounced_on is null and k.email is not null";

    private final JdbcClient db;
    private final JsonMapper json;

    CustomerList(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** By name, or by what is owed: most first, the longest overdue first, and last who owes nothing. */
    public enum Order {
        NAME("(c.name, c.id) > (:text, :id) order by c.name, c.id"),
        OPEN("(s.open_amount, s.customer_id) < (:amount, :id) order by s.open_amount desc, s.customer_id desc"),
        OVERDUE(
                "(s.overdue_amount, s.customer_id) < (:amount, :id) order by s.overdue_amount desc, s.customer_id desc"),
        OLDEST("(s.oldest_due_on, s.customer_id) > (:day, :id) order by s.oldest_due_on, s.customer_id");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }

        private boolean isDescending() {
            return this == OPEN || this == OVERDUE;
        }
    }

    /**
     * Which customers.
     *
     * @param search part of the name or the beginning of the number; empty for all
     * @param noContact only those to whom no mail can go: nobody there has an address that works
     * @param owner whose accounts, null for everybody's
     * @param tag empty for all
     * @param unassigned only those whom nobody looks after
     */
    public record Filter(
            String search,
            boolean overdue,
            boolean noContact,
            boolean manual,
            @Nullable Long owner,
            String tag,
            boolean unassigned) {

        private String sql() {
            return (search.isBlank() ? "" : "and (lower(c.name) like :part or lower(c.number) like :beginning)\n")
                    + (overdue ? "and s.overdue_amount > 0\n" : "")
                    + (noContact ? "and c.id not in (" + REACHABLE + ")\n" : "")
                    + (manual ? "and c.contact_mode = 'manual'\n" : "")
                    + (owner != null ? "and c.owner_id = :owner\n" : "")
                    + (unassigned ? "and not exists (select from membership m where m.person_id = c.owner_id)\n" : "")
                    + (tag.isBlank() ? "" : "and :tag = any (c.tags)\n");
        }

        private String pattern() {
            return search.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        }
    }

    /**
     * A customer.
     *
     * @param debts per currency, the one with most overdue first; none when nothing is open
     */
    public record Row(
            long id,
            String number,
            String name,
            List<String> tags,
            String owner,
            String contactMode,
            List<Worklist.Debt> debts,
            @Nullable LocalDate oldestDueOn) {}

    @Transactional(readOnly = true)
    public Slice<Row> page(Filter filter, Order order, @Nullable Cursor after, int limit) {
        Long last = order != Order.NAME && after != null && after.text(0).equals(OWES_NOTHING) ? after.number(1) : null;
        List<Row> rows = new ArrayList<>(last != null ? List.of() : fetch(filter, order, after, limit + 1));
        if (order != Order.NAME && !filter.overdue && rows.size() <= limit) {
            rows.addAll(owingNothing(filter, last != null ? last : 0, limit + 1 - rows.size()));
        }
        return Slice.of(rows, limit, row -> cursor(row, order));
    }

    /** All that the filter leaves, for an act on the whole list. */
    @Transactional(readOnly = true)
    public List<Long> ids(Filter filter) {
        return select(filter, "true").query((row, _) -> row.getLong("id")).list();
    }

    private List<Row> fetch(Filter filter, Order order, @Nullable Cursor after, int limit) {
        long first = order.isDescending() ? Long.MAX_VALUE : 0;
        return select(filter, order.sql + " limit :limit")
                .param("text", after == null ? "" : after.text(0))
                .param("amount", after == null || !order.isDescending() ? Long.MAX_VALUE : after.number(0))
                .param("day", after == null || order != Order.OLDEST ? LocalDate.MIN : after.date(0))
                .param("id", after == null ? first : after.number(1))
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    private List<Row> owingNothing(Filter filter, long after, int limit) {
        return select(filter, "s.customer_id is null and c.id > :id order by c.id limit :limit")
                .param("id", after)
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    private JdbcClient.StatementSpec select(Filter filter, String order) {
        return db.sql(ROWS + filter.sql() + "and " + order)
                .param("part", "%" + filter.pattern())
                .param("beginning", filter.pattern())
                .param("owner", filter.owner)
                .param("tag", filter.tag);
    }

    private static Cursor cursor(Row row, Order order) {
        LocalDate oldest = row.oldestDueOn;
        if (order == Order.NAME) {
            return Cursor.of(row.name, row.id);
        } else if (oldest == null) {
            return Cursor.of(OWES_NOTHING, row.id);
        } else {
            Worklist.Debt first = row.debts.getFirst();
            return switch (order) {
                case OPEN -> Cursor.of(first.open().minor(), row.id);
                case OVERDUE -> Cursor.of(first.overdue().minor(), row.id);
                case OLDEST, NAME -> Cursor.of(oldest, row.id);
            };
        }
    }

    private Row row(ResultSet row) throws SQLException {
        LocalDate oldest = row.getObject("oldest_due_on", LocalDate.class);
        return new Row(
                row.getLong("id"),
                row.getString("number"),
                row.getString("name"),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getString("owner"),
                row.getString("contact_mode"),
                oldest == null ? List.of() : Worklist.debts(row, json),
                oldest);
    }
}
