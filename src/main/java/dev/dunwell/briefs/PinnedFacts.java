package dev.dunwell.briefs;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The facts that are pinned to customers. */
@Repository
public class PinnedFacts {

    private final JdbcClient db;

    PinnedFacts(JdbcClient db) {
        this.db = db;
    }

    /** Those of a customer and of its people, first pinned first. */
    @Transactional(readOnly = true)
    public List<PinnedFact> of(long customerId) {
        return db.sql("""
                select f.id, f.customer_id, k.name, f.fact, f.pinned_on, f.author
                from pinned_fact f
                left join contact k on k.org_id = f.org_id and k.id = f.contact_id
                where f.customer_id = ? and f.ended_on is null and k.voided_at is null
                order by f.id
                """)
                .param(customerId)
                .query((row, _) -> new PinnedFact(
                        row.getLong("id"),
                        row.getLong("customer_id"),
                        row.getString("name"),
                        row.getString("fact"),
                        row.getObject("pinned_on", LocalDate.class),
                        row.getString("author")))
                .list();
    }
}
