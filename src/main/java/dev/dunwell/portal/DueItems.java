package dev.dunwell.portal;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What payers have open, by the one definition of it, with what they said about it. */
@Repository
@Transactional(readOnly = true)
public class DueItems {

    /** More than anybody reads on one page; the totals count them all. */
    public static final int MOST = 50;

    private static final int ALL = 1_000;

    private static final String ITEMS = Sql.named("portal/due-items");

    private final JdbcClient db;

    DueItems(JdbcClient db) {
        this.db = db;
    }

    /** A customer and all whose letters come to it: what its link shows. */
    public List<Long> customers(long customerId, LocalDate today) {
        return db.sql("select :customer union select customer_id from letters_to(:today) where payer_id = :customer")
                .param("customer", customerId)
                .param("today", today)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** The earliest due first, at most {@value #MOST} after those that are left out. */
    public List<DueItem> of(Collection<Long> customers, LocalDate today, int skip) {
        return find(customers, null, today, new Part(MOST, skip));
    }

    /** These invoices as far as they are open and theirs, each once with all that is open of it. */
    public List<DueItem> whole(Collection<Long> customers, Collection<Long> invoiceIds, LocalDate today) {
        Map<Long, DueItem> whole = new LinkedHashMap<>();
        find(customers, invoiceIds, today, new Part(ALL, 0))
                .forEach(item -> whole.merge(
                        item.invoiceId(), item, (a, b) -> a.with(a.open().plus(b.open()))));
        return List.copyOf(whole.values());
    }

    private record Part(int most, int skip) {}

    private List<DueItem> find(
            Collection<Long> customers, @Nullable Collection<Long> invoices, LocalDate today, Part part) {
        return db.sql(ITEMS)
                .param("customers", customers.toArray(Long[]::new))
                .param("invoices", invoices == null ? null : invoices.toArray(Long[]::new))
                .param("today", today)
                .param("most", part.most)
                .param("skip", part.skip)
                .query(DueItems::item)
                .list();
    }

    private static DueItem item(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        Money open = Money.ofMinor(row.getLong("open_amount"), currency);
        Long disputed = row.getObject("disputed", Long.class);
        return new DueItem(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("customer_name"),
                row.getString("number"),
                row.getObject("line", Integer.class),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                open,
                disputed == null ? null : Money.ofMinor(disputed, currency),
                row.getObject("promised_on", LocalDate.class),
                row.getBoolean("is_in_plan"),
                row.getObject("told_paid_on", LocalDate.class),
                row.getBoolean("has_question"),
                row.getBoolean("has_copy"));
    }

    /** What all of them have open in one currency, and what is overdue of it. */
    public record Total(Money open, Money overdue, int items) {}

    public List<Total> totals(Collection<Long> customers, LocalDate today) {
        return db.sql("""
                select currency, sum(open_amount) as open, count(*) as items,
                       coalesce(sum(open_amount) filter (where due_on < :today), 0) as overdue
                from open_line(:today)
                where customer_id = any(:customers)
                group by currency
                order by sum(open_amount) desc
                """)
                .param("customers", customers.toArray(Long[]::new))
                .param("today", today)
                .query((row, _) -> new Total(
                        Money.ofMinor(row.getLong("open"), row.getString("currency")),
                        Money.ofMinor(row.getLong("overdue"), row.getString("currency")),
                        row.getInt("items")))
                .list();
    }
}
