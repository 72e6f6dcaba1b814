package dev.dunwell.live;

import dev.dunwell.kernel.Sql;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What changed since, for the organisation bound. Reads the audit chain, whose entries get their numbers in the order
 * of their commits: nothing that comes later ever has a number before what was read.
 */
@Repository
public class ChangeFeed {

    private static final String CHANGES = Sql.named("live/changes");
    private static final int MOST = 200;

    private final JdbcClient db;

    ChangeFeed(JdbcClient db) {
        this.db = db;
    }

    /** The number of the newest entry; 0 where nothing was done yet. */
    @Transactional(readOnly = true)
    public long head() {
        return db.sql("select coalesce(max(seq), 0) from audit_head")
                .query(Long.class)
                .single();
    }

    /** What came after an entry, the earliest first; of very much, the first 200. */
    @Transactional(readOnly = true)
    public List<Change> after(long seq) {
        return db.sql(CHANGES)
                .param("after", seq)
                .param("limit", MOST)
                .query((row, _) -> new Change(
                        row.getLong("seq"), row.getString("actor"), row.getObject("customer_id", Long.class)))
                .list();
    }

    /** Who began to work on which customer after a moment: a claim is no fact and not in the chain. */
    @Transactional(readOnly = true)
    public List<Change> claimsAfter(Instant moment, long seq) {
        return db.sql("""
                select p.name, c.customer_id
                from work_claim c
                join person p on p.id = c.person_id
                where c.since > :moment
                """)
                .param("moment", OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
                .query((row, _) -> new Change(seq, row.getString("name"), row.getLong("customer_id")))
                .list();
    }
}
