package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is open on a day, by the one definition of it: {@code open_invoice(day)} and {@code open_credit(day)}. What is dated
 * after the day does not exist, and what was settled after it is still open.
 */
@Repository
public class OpenItems {

    private static final String ITEM = """
            select i.*, c.number as customer_number
            from open_invoice(:asOf) i
            join customer c on c.id = i.customer_id
            """;
    private static final String CREDIT = """
            select i.*, c.number as customer_number
            from open_credit(:asOf) i
            join customer c on c.id = i.customer_id
            """;

    private final JdbcClient db;

    OpenItems(JdbcClient db) {
        this.db = db;
    }

    /** Of one customer, the earliest due first. */
    @Transactional(readOnly = true)
    public List<OpenItem> of(long customerId, LocalDate asOf) {
        return db.sql(ITEM + "where i.customer_id = :customer order by i.due_on, i.id")
                .param("asOf", asOf)
                .param("customer", customerId)
                .query(OpenItems::item)
                .list();
    }

    /** Of all customers, the earliest due first. */
    @Transactional(readOnly = true)
    public Slice<OpenItem> page(LocalDate asOf, @Nullable Cursor after, int limit) {
        List<OpenItem> rows = db.sql(ITEM + """
                where (i.due_on, i.id) > (:dueOn, :id)
                order by i.due_on, i.id
                limit :limit
                """)
                .param("asOf", asOf)
                .param("dueOn", after == null ? LocalDate.MIN : after.date(0))
                .param("id", after == null ? 0 : after.number(1))
                .param("limit", limit + 1)
                .query(OpenItems::item)
                .list();
        return Slice.of(rows, limit, last -> Cursor.of(last.dueOn(), last.id()));
    }

    /** Money on account and credit notes that a customer can still use, the oldest first. */
    @Transactional(readOnly = true)
    public List<OpenCredit> creditsOf(long customerId, LocalDate asOf) {
        return db.sql(CREDIT + "where i.customer_id = :customer order by i.dated_on, i.kind, i.id")
                .param("asOf", asOf)
                .param("customer", customerId)
                .query(OpenItems::credit)
                .list();
    }

    /** Of all customers, in the order of their days. */
    @Transactional(readOnly = true)
    public Slice<OpenCredit> creditPage(LocalDate asOf, @Nullable Cursor after, int limit) {
        List<OpenCredit> rows = db.sql(CREDIT + """
                where (i.dated_on, i.kind, i.id) > (:datedOn, :kind, :id)
                order by i.dated_on, i.kind, i.id
                limit :limit
                """)
                .param("asOf", asOf)
                .param("datedOn", after == null ? LocalDate.MIN : after.date(0))
                .param("kind", after == null ? "" : after.text(1))
                .param("id", after == null ? 0 : after.number(2))
                .param("limit", limit + 1)
                .query(OpenItems::credit)
                .list();
        return Slice.of(rows, limit, last -> Cursor.of(last.datedOn(), kind(last), last.source().id()));
    }

    private static String kind(OpenCredit credit) {
        return credit.source() instanceof Source.OfPayment ? "payment" : "credit_note";
    }

    private static OpenItem item(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        return new OpenItem(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("customer_number"),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                Money.ofMinor(row.getLong("amount"), currency),
                Money.ofMinor(row.getLong("open_amount"), currency));
    }

    private static OpenCredit credit(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        long id = row.getLong("id");
        return new OpenCredit(
                row.getString("kind").equals("payment") ? new Source.OfPayment(id) : new Source.OfCreditNote(id),
                row.getLong("customer_id"),
                row.getString("customer_number"),
                row.getString("number"),
                row.getObject("dated_on", LocalDate.class),
                Money.ofMinor(row.getLong("amount"), currency),
                Money.ofMinor(row.getLong("open_amount"), currency));
    }
}
