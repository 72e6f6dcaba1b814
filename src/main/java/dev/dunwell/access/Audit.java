package dev.dunwell.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The append-only chain of who wrote what. Written in the transaction of the act itself, as its last statement: the
 * chain's head stays locked until the commit. A bulk act writes one entry with its counts.
 */
@Component
public class Audit {

    private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

    private final JdbcClient db;
    private final Clock clock;
    private final JsonMapper json;

    Audit(JdbcClient db, Clock clock, JsonMapper json) {
        this.db = db;
        this.clock = clock;
        this.json = json;
    }

    /**
     * @param act what was done, as {@code promise.made}
     * @param subject the kind of thing it was done to, as {@code customer}
     * @param subjectId its id, null when the act concerns the organisation
     * @param detail what a reader needs to understand it; plain values only
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Actor actor, String act, String subject, @Nullable Long subjectId, Map<String, ?> detail) {
        db.sql("select audit_write(:at, :kind, :actor, :act, :subject, :subjectId, cast(:detail as jsonb))")
                .param("at", OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                .param("kind", actor.kind().name().toLowerCase(Locale.ROOT))
                .param("actor", actor.name())
                .param("act", act)
                .param("subject", subject)
                .param("subjectId", subjectId)
                .param("detail", json.writeValueAsString(detail))
                .query()
                .singleRow();
    }

    /** The entries before a number, the newest first; {@link Long#MAX_VALUE} for the newest of all. */
    @Transactional(readOnly = true)
    public List<AuditEntry> entriesBefore(long seq, int count) {
        return db.sql("""
            select seq, at, actor_kind, actor, act, subject, subject_id, detail::text
            from audit_entry
            where seq < ?
            order by seq desc
            limit ?\
            """).params(seq, count).query((row, _) -> entry(row)).list();
    }

    private AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("seq"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor_kind"),
                row.getString("actor"),
                row.getString("act"),
                row.getString("subject"),
                row.getObject("subject_id", Long.class),
                json.readValue(row.getString("detail"), DETAIL));
    }

    /**
     * The first entry of the organisation's chain that was changed after it was written; empty when the chain is whole.
     */
    @Transactional(readOnly = true)
    public OptionalLong firstBreak() {
        Long broken = db.sql("select audit_first_break()")
                .query(Long.class)
                .optional()
                .orElse(null);
        return broken == null ? OptionalLong.empty() : OptionalLong.of(broken);
    }
}
