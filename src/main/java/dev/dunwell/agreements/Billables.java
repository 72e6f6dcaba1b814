package dev.dunwell.agreements;

import dev.dunwell.kernel.CopyRows;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.kernel.Staging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is to be billed and what was. */
@Repository
public class Billables {

    private static final String UNBILLED = Sql.named("agreements/unbilled");
    private static final String APART = Sql.named("agreements/apart");
    private static final Staging STAGED = new Staging("staged_billable", """
            (
              customer_id bigint, source text, source_key text, line_id bigint, description text, quantity numeric, unit text,
              unit_price numeric, amount bigint, currency text, tax text, delivered_from date, delivered_until date, bill_on date,
              issue text, apart text, order_reference text, terms_id bigint, author text)
            """);

    private final JdbcClient db;
    private final DataSource database;

    Billables(JdbcClient db, DataSource database) {
        this.db = db;
        this.database = database;
    }

    /** What is not billed and may be by a day, by customer; {@link LocalDate#MAX} for all. */
    @Transactional(readOnly = true)
    public List<Billable> unbilled(LocalDate by) {
        return db.sql(UNBILLED)
                .param("by", by.equals(LocalDate.MAX) ? LocalDate.of(9999, 1, 1) : by)
                .query(Billables::billable)
                .list();
    }

    /**
     * Something that is billed or to be billed.
     *
     * @param document the number of the invoice that it stands on; null while it stands on none
     */
    public record Standing(Billable billable, @Nullable String document) {}

    /** All that was billed or is to be billed apart from everything else, without what was withdrawn or taken back. */
    @Transactional(readOnly = true)
    public List<Standing> apart(String apart) {
        return db.sql(APART)
                .param("apart", apart)
                .query((row, n) -> new Standing(billable(row, n), row.getString("document")))
                .list();
    }

    /** These of them that are still not billed; locked, so that nobody else bills them at the same time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Billable> claim(Collection<Long> ids) {
        Long[] asked = ids.toArray(Long[]::new);
        // first the lock, then the look: whoever waited sees what the other wrote
        db.sql("select id from billable where id = any(:ids) order by id for update")
                .param("ids", asked)
                .query()
                .listOfRows();
        return db.sql("""
                select b.*
                from billable b
                where b.id = any(:ids) and b.withdrawn_at is null
                  and not exists (select from billed d where d.org_id = b.org_id and d.billable_id = b.id)
                order by b.id
                """).param("ids", asked).query(Billables::billable).list();
    }

    /**
     * Adds what is not there yet.
     *
     * @return how many were new
     */
    int add(Collection<Billable> billables, String author) {
        if (billables.isEmpty()) {
            return 0;
        }
        CopyRows rows = new CopyRows();
        billables.forEach(b -> rows.add(
                b.customerId(),
                b.origin().code(),
                b.key(),
                BillContracts.lineOf(b),
                b.description(),
                b.quantity().number(),
                b.quantity().unit(),
                b.unitPrice(),
                b.amount().minor(),
                b.amount().currency().getCurrencyCode(),
                b.tax().toString(),
                b.delivered().from(),
                b.delivered().until(),
                b.billOn(),
                b.issue().code(),
                b.apart(),
                b.orderReference(),
                b.termsId(),
                author));
        STAGED.clear(db);
        rows.into(database, "staged_billable");
        return db.sql("""
                insert into billable (customer_id, source, source_key, line_id, description, quantity, unit, unit_price, amount,
                  currency, tax, delivered_from, delivered_until, bill_on, issue, apart, order_reference, terms_id, author)
                select * from staged_billable
                on conflict (org_id, source_key) do nothing
                """).update();
    }

    static Billable billable(ResultSet row, int n) throws SQLException {
        return new Billable(
                row.getLong("id"),
                row.getLong("customer_id"),
                Billable.Origin.ofCode(row.getString("source")),
                row.getString("source_key"),
                row.getString("description"),
                new Billable.Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                row.getBigDecimal("unit_price"),
                Money.ofMinor(row.getLong("amount"), row.getString("currency")),
                Tax.parse(row.getString("tax")),
                new Span(
                        row.getObject("delivered_from", LocalDate.class),
                        row.getObject("delivered_until", LocalDate.class)),
                row.getObject("bill_on", LocalDate.class),
                Contract.Issue.ofCode(row.getString("issue")),
                row.getString("apart"),
                row.getString("order_reference"),
                row.getObject("terms_id", Long.class));
    }
}
