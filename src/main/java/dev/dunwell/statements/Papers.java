package dev.dunwell.statements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The statements that were made. */
@Repository
public class Papers {

    private static final String SELECT = """
            select p.*, c.number as customer_number
            from statement_paper p
            join customer c on c.org_id = p.org_id and c.id = p.customer_id
            """;
    private static final int LISTED = 20;

    private final JdbcClient db;

    Papers(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Paper> byId(long id) {
        return db.sql(SELECT + "where p.id = :id")
                .param("id", id)
                .query(Papers::paper)
                .optional();
    }

    /** The latest of a customer, the latest first. */
    @Transactional(readOnly = true)
    public List<Paper> of(long customerId) {
        return db.sql(SELECT + "where p.customer_id = :customer order by p.id desc limit " + LISTED)
                .param("customer", customerId)
                .query(Papers::paper)
                .list();
    }

    /** A statement and where its file is kept. */
    record Kept(Statement statement, String language, String hash) {}

    /** Notes these in one statement. */
    void insert(List<Kept> papers, @Nullable Long runId, String by) {
        Asked asked = papers.getFirst().statement.asked();
        Instant knownAt = Objects.requireNonNull(asked.to().knownAt());
        db.sql("""
                insert into statement_paper (customer_id, run_id, kind, from_on, to_on, known_at, language, hash, made_by)
                select k.customer_id, cast(:run as bigint), :kind, :from, :to, :knownAt, k.language, decode(k.hash, 'hex'), :by
                from unnest(cast(:customers as bigint[]), cast(:languages as text[]), cast(:hashes as text[]))
                  as k (customer_id, language, hash)
                """)
                .param("run", runId)
                .param("kind", asked.kind().code())
                .param("from", asked.from())
                .param("to", asked.to().day())
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param(
                        "customers",
                        papers.stream().map(k -> k.statement.customerId()).toArray(Long[]::new))
                .param("languages", papers.stream().map(Kept::language).toArray(String[]::new))
                .param("hashes", papers.stream().map(Kept::hash).toArray(String[]::new))
                .update();
    }

    private static Paper paper(ResultSet row, int n) throws SQLException {
        return new Paper(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("customer_number"),
                Statement.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getTimestamp("known_at").toInstant(),
                row.getString("language"),
                HexFormat.of().formatHex(row.getBytes("hash")),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"));
    }
}
