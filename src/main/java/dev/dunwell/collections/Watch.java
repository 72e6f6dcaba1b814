package dev.dunwell.collections;

import dev.dunwell.kernel.Sql;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Nothing is lost: finds every open item without a stage or a next date, every one whose next date passed unseen, and every
 * night that wrote fewer messages than it decided. In a sound house it finds nothing.
 */
@Component
public class Watch {

    private static final String LOST = Sql.named("collections/lost");

    private final JdbcClient db;

    Watch(JdbcClient db) {
        this.db = db;
    }

    /** What fell through, where, and what is missing. */
    public record Lost(String kind, String name, String customer, @Nullable Long customerId, String what) {}

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
