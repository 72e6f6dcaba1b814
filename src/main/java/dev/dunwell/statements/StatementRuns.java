package dev.dunwell.statements;

import dev.dunwell.kernel.Sql;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The runs of statements and how far each is. */
@Repository
public class StatementRuns {

    private static final String CUSTOMERS = Sql.named("statements/customers");
    private static final int LISTED = 30;

    private final JdbcClient db;

    StatementRuns(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public List<StatementRun> latest() {
        return db.sql("select * from statement_run order by id desc limit " + LISTED)
                .query(StatementRuns::run)
                .list();
    }

    @Transactional(readOnly = true)
    public StatementRun byId(long id) {
        return db.sql("select * from statement_run where id = :id")
                .param("id", id)
                .query(StatementRuns::run)
                .optional()
                .orElseThrow(() -> new NotFound("run"));
    }

    long insert(AskForStatements.Wanted wanted, AsOf to, String by) {
        return db.sql("""
                insert into statement_run (kind, from_on, to_on, known_at, search, tag, asked_by)
                values (:kind, :from, :to, :knownAt, :search, :tag, :by)
                returning id
                """)
                .param("kind", wanted.kind().code())
                .param("from", wanted.from())
                .param("to", to.day())
                .param("knownAt", Objects.requireNonNull(to.knownAt()).atOffset(ZoneOffset.UTC))
                .param("search", wanted.search())
                .param("tag", wanted.tag())
                .param("by", by)
                .query(Long.class)
                .single();
    }

    /** The customers that get a statement, in the order of their numbers. */
    @Transactional(readOnly = true)
    public List<Long> customers(StatementRun run) {
        String search = run.search();
        return new AsOf(run.to(), run.knownAt())
                .ask(db, CUSTOMERS)
                .param("part", search == null ? null : "%" + like(search) + "%")
                .param("tag", run.tag())
                .param("activity", run.kind() == Statement.Kind.ACTIVITY)
                .param("fromOn", run.from())
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    @Transactional
    public void progress(long id, int done, int total) {
        db.sql("update statement_run set done = ?, total = ? where id = ?")
                .params(done, total, id)
                .update();
    }

    @Transactional
    public void finish(long id, String hash) {
        db.sql("update statement_run set state = 'done', hash = decode(?, 'hex') where id = ?")
                .params(hash, id)
                .update();
    }

    @Transactional
    public void fail(long id, String problem) {
        db.sql("update statement_run set state = 'failed', problem = ? where id = ?")
                .params(problem, id)
                .update();
    }

    private static String like(String search) {
        return search.toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1");
    }

    private static StatementRun run(ResultSet row, int n) throws SQLException {
        return new StatementRun(
                row.getLong("id"),
                Statement.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getTimestamp("known_at").toInstant(),
                row.getString("search"),
                row.getString("tag"),
                row.getInt("total"),
                row.getInt("done"),
                StatementRun.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("problem"),
                hash(row),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("asked_by"));
    }

    private static @Nullable String hash(ResultSet row) throws SQLException {
        byte[] hash = row.getBytes("hash");
        return hash == null ? null : HexFormat.of().formatHex(hash);
    }
}
