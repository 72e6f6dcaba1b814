package dev.dunwell.collections;

import dev.dunwell.kernel.Sql;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Nothing is lost: finds every open item without a stage or a next date, every one whose next date passed unseen, and
 * every night that wrote fewer messages than it decided. In a sound house it finds nothing.
 */
@Component
public class Watch {

    private static final String LOST = Sql.named("collections/lost");

    private final JdbcClient db;

    Watch(JdbcClient db) {
        this.db = db;
    }

    /** What fell through, where, and what is missing. */
    public record Lost(
            String kind,
            String name,
            String customer,
            @Nullable Long customerId,
            String what) {}

    /**
     * A message that did not arrive, or that nobody confirmed.
     *
     * @param isUnknown whether it may have arrived all the same
     */
    public record Undelivered(
            long id, long customerId, String customer, String address, boolean isUnknown, String detail) {}

    /** Messages that wait for a person because they failed or are unconfirmed, newest first. */
    @Transactional(readOnly = true)
    public List<Undelivered> undelivered(LocalDate today, int limit) {
        return db.sql("""
                select m.id, m.customer_id, c.name, m.to_address, m.state, coalesce(m.detail, '') as detail
                from message m
                join customer c on c.org_id = m.org_id and c.id = m.customer_id
                where m.org_id = current_org() and m.state in ('unknown', 'failed') and m.window_on <= :today
                order by m.id desc
                limit :limit
                """)
                .param("today", today)
                .param("limit", limit)
                .query((row, _) -> new Undelivered(
                        row.getLong("id"),
                        row.getLong("customer_id"),
                        row.getString("name"),
                        row.getString("to_address"),
                        row.getString("state").equals("unknown"),
                        row.getString("detail")))
                .list();
    }

    /** Looks at every open item; at most {@code limit} findings are named. */
    @Transactional(readOnly = true)
    public List<Lost> look(LocalDate today, int limit) {
        return db.sql(LOST)
                .param("today", today)
                .param("limit", limit)
                .query((row, _) -> new Lost(
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("customer"),
                        row.getObject("customer_id", Long.class),
                        row.getString("what")))
                .list();
    }
}
