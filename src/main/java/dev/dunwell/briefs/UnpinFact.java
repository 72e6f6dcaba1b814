package dev.dunwell.briefs;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.NotFound;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a pinned fact off; that it was pinned, and by whom, stays on file. */
@Component
public class UnpinFact {

    private final JdbcClient db;
    private final Audit audit;

    UnpinFact(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /** @return the customer; refuses what is not pinned, or not any more */
    @Transactional
    public long unpin(Caller caller, long id) {
        long customerId = db.sql("""
                update pinned_fact
                set ended_on = :today, ended_by = :author
                where id = :id and ended_on is null
                returning customer_id
                """)
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("pinned fact"));
        audit.write(caller.actor(), "fact.unpinned", "customer", customerId, Map.of("pin", id));
        return customerId;
    }
}
