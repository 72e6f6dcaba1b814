package dev.dunwell.family;

import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which customers were merged, and what went over. */
@Repository
public class Merges {

    private static final TypeReference<Map<String, List<Long>>> MOVED = new TypeReference<>() {};
    private static final String SELECT = """
            select m.id, m.from_id, m.into_id, m.reason, m.moved::text as moved, m.author, m.merged_at, m.undone_at,
                   f.number as from_number, f.name as from_name, i.number as into_number, i.name as into_name
            from customer_merge m
            join customer f on f.org_id = m.org_id and f.id = m.from_id
            join customer i on i.org_id = m.org_id and i.id = m.into_id
            """;

    private final JdbcClient db;
    private final JsonMapper json;

    Merges(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Merge> latest(int limit) {
        return db.sql(SELECT + "order by m.id desc limit :limit")
                .param("limit", limit)
                .query(this::merge)
                .list();
    }

    /** Who was merged into a customer and still is. */
    @Transactional(readOnly = true)
    public List<Merge> into(long customerId) {
        return db.sql(SELECT + "where m.into_id = :customer and m.undone_at is null order by m.id")
                .param("customer", customerId)
                .query(this::merge)
                .list();
    }

    /** The customer that took the place of one that was merged; empty when it was not. */
    @Transactional(readOnly = true)
    public Optional<Long> survivor(long customerId) {
        return db.sql("select merged_into from customer where id = :customer and merged_into is not null")
                .param("customer", customerId)
                .query(Long.class)
                .optional();
    }

    Merge require(long id) {
        return db.sql(SELECT + "where m.id = :id")
                .param("id", id)
                .query(this::merge)
                .optional()
                .orElseThrow(() -> new NotFound("merge"));
    }

    long insert(long from, long into, String reason, Map<String, List<Long>> moved, String author) {
        return db.sql("""
                insert into customer_merge (from_id, into_id, reason, moved, author)
                values (:from, :into, :reason, cast(:moved as jsonb), :author)
                returning id
                """)
                .param("from", from)
                .param("into", into)
                .param("reason", reason)
                .param("moved", json.writeValueAsString(moved))
                .param("author", author)
                .query(Long.class)
                .single();
    }

    private Merge merge(ResultSet row, int n) throws SQLException {
        OffsetDateTime undone = row.getObject("undone_at", OffsetDateTime.class);
        return new Merge(
                row.getLong("id"),
                new Relation.Named(row.getLong("from_id"), row.getString("from_number"), row.getString("from_name")),
                new Relation.Named(row.getLong("into_id"), row.getString("into_number"), row.getString("into_name")),
                row.getString("reason"),
                json.readValue(row.getString("moved"), MOVED),
                row.getString("author"),
                row.getObject("merged_at", OffsetDateTime.class).toInstant(),
                undone == null ? null : undone.toInstant());
    }
}
