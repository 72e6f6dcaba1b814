package dev.dunwell.reach;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The conditions noted of customers and invoices. */
@Repository
public class Conditions {

    private final JdbcClient db;

    Conditions(JdbcClient db) {
        this.db = db;
    }

    /** Those that run on a day, the newest first; of one customer, or of all when it is null. */
    @Transactional(readOnly = true)
    public List<Condition> running(@Nullable Long customerId, LocalDate day, int most) {
        return db.sql("""
                select n.*, c.number as customer, i.number as invoice
                from condition n
                join customer c on c.org_id = n.org_id and c.id = n.customer_id
                left join invoice i on i.org_id = n.org_id and i.id = n.invoice_id
                where (cast(:customer as bigint) is null or n.customer_id = :customer)
                  and n.from_on <= :day and (n.ended_on is null or n.ended_on > :day)
                order by n.id desc
                limit :most
                """)
                .param("customer", customerId)
                .param("day", day)
                .param("most", most)
                .query((row, _) -> new Condition(
                        row.getLong("id"),
                        row.getLong("customer_id"),
                        row.getString("customer"),
                        row.getString("invoice"),
                        Condition.Kind.ofCode(row.getString("kind")),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("debit_on", LocalDate.class),
                        row.getString("reason"),
                        row.getString("author")))
                .list();
    }
}
