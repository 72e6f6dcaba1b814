package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is open on a day, by the one definition of it: {@code open_invoice(day)} and {@code open_credit(day)}. What is
 * dated after the day does not exist, and what was settled after it is still open.
 */
@Repository
public class OpenItems {

    private static final String ITEM = """
            select i.*, c.number as customer_number
            from open_line(:asOf) i
            join customer c on c.id = i.customer_id
            """;
    private static final String CREDIT = """
            select i.*, c.number as customer_number
            from open_credit(:asOf) i
            left join customer c on c.id = i.customer_id
            """;

    private final JdbcClient db;

    OpenItems(JdbcClient db) {
        this.db = db;
    }

    /** Of one customer, the earliest due first. */
    @Transactional(readOnly = true)
    public List<OpenItem> of(long customerId, LocalDate asOf) {
        return db.sql(ITEM + "where i.customer_id = :customer order by i.due_on, i.id, i.line")
                .param("asOf", asOf)
                .param("customer", customerId)
                .query(OpenItems::item)
                .list();
    }

    /** Of one customer, or of all when it is null, the earliest due first. */
    @Transactional(readOnly = true)
    public Slice<OpenItem> page(@Nullable Long customerId, LocalDate asOf, @Nullable Cursor after, int limit) {
        String ofCustomer = customerId == null ? "" : "and i.customer_id = :customer ";
        List<OpenItem> rows = db.sql(ITEM + "where (i.due_on, i.id, coalesce(i.line, 0)) > (:dueOn, :id, :line) "
                        + ofCustomer + "order by i.due_on, i.id, i.line limit :limit")
                .param("customer", customerId)
                .param("asOf", asOf)
                .param("dueOn", after == null ? LocalDate.MIN : after.date(0))
                .param("id", after == null ? 0 : after.number(1))
                .param("line", after == null ? 0 : after.number(2))
                .param("limit", limit + 1)
                .query(OpenItems::item)
                .list();
        return Slice.of(rows, limit, last -> Cursor.of(last.dueOn(), last.id(), last.line() == null ? 0 : last.line()));
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

    /** Of one customer, or of all when it is null, the oldest first. */
    @Transactional(readOnly = true)
    public Slice<OpenCredit> creditPage(@Nullable Long customerId, LocalDate asOf, @Nullable Cursor after, int limit) {
        String ofCustomer = customerId == null ? "" : "and i.customer_id = :customer ";
        List<OpenCredit> rows = db.sql(CREDIT + "where (i.dated_on, i.kind, i.id) > (:datedOn, :kind, :id) "
                        + ofCustomer + "order by i.dated_on, i.kind, i.id limit :limit")
                .param("customer", customerId)
                .param("asOf", asOf)
                .param("datedOn", after == null ? LocalDate.MIN : after.date(0))
                .param("kind", after == null ? "" : after.text(1))
                .param("id", after == null ? 0 : after.number(2))
                .param("limit", limit + 1)
                .query(OpenItems::credit)
                .list();
        return Slice.of(
                rows,
                limit,
                last -> Cursor.of(last.datedOn(), kind(last), last.source().id()));
    }

    /** What a customer owes in one currency, and how much of that is past its due date. */
    public record Balance(Money open, Money overdue) {}

    /** The balances of these customers, one for each currency in which something is open. */
    @Transactional(readOnly = true)
    public Map<Long, List<Balance>> balances(Collection<Long> customerIds, LocalDate asOf) {
        Map<Long, List<Balance>> balances = new HashMap<>();
        db.sql("""
                select o.customer_id, o.currency, o.open, o.overdue
                from unnest(cast(:customers as bigint[])) as asked (customer_id)
                cross join lateral (
                  select i.customer_id, i.currency, sum(i.open_amount) as open,
                         coalesce(sum(i.open_amount) filter (where i.due_on < :asOf), 0) as overdue
                  from open_line(:asOf) i
                  where i.customer_id = asked.customer_id
                  group by i.customer_id, i.currency
                ) o
                order by o.customer_id, o.currency
                """)
                .param("customers", customerIds.toArray(Long[]::new))
                .param("asOf", asOf)
                .query(row -> {
                    balances.computeIfAbsent(row.getLong("customer_id"), _ -> new ArrayList<>())
                            .add(balance(row));
                });
        return balances;
    }

    /** What waits for money of these invoices, whatever the day; the caller has locked them. */
    List<CashRules.Claim> claims(List<Long> invoiceIds) {
        return db.sql("""
                select o.id, i.kind, o.due_on, o.open_amount, o.currency
                from open_line('infinity') o
                join invoice i on i.id = o.id
                where o.id = any(:invoices)
                """)
                .param("invoices", invoiceIds.toArray(Long[]::new))
                .query((row, _) -> new CashRules.Claim(
                        row.getLong("id"),
                        Invoice.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getObject("due_on", LocalDate.class),
                        Money.ofMinor(row.getLong("open_amount"), row.getString("currency"))))
                .list();
    }

    private static Balance balance(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Balance(
                Money.ofMinor(row.getLong("open"), currency), Money.ofMinor(row.getLong("overdue"), currency));
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
                row.getObject("line", Integer.class),
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
                row.getObject("customer_id", Long.class),
                row.getString("customer_number"),
                row.getString("number"),
                row.getObject("dated_on", LocalDate.class),
                Money.ofMinor(row.getLong("amount"), currency),
                Money.ofMinor(row.getLong("open_amount"), currency));
    }
}
