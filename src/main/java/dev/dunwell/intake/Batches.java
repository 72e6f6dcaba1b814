package dev.dunwell.intake;

import dev.dunwell.access.Actor;
import dev.dunwell.intake.Batch.Counts;
import dev.dunwell.intake.Batch.State;
import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.Mapping;
import dev.dunwell.intake.formats.Question;
import dev.dunwell.intake.formats.layout.Layout;
import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The files of the organisation that came or are coming in. */
@Repository
public class Batches {

    private static final TypeReference<List<Question>> QUESTIONS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;

    Batches(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Batch> newest(int count) {
        return db.sql("select * from import_batch order by created_at desc, id desc limit ?")
                .param(count)
                .query(this::batch)
                .list();
    }

    @Transactional(readOnly = true)
    public Batch byId(long id) {
        return db.sql("select * from import_batch where id = ?")
                .param(id)
                .query(this::batch)
                .optional()
                .orElseThrow(() -> new NotFound("import"));
    }

    long insert(Kind kind, String fileName, String hash, Mapping mapping, String by) {
        return db.sql("""
                insert into import_batch (kind, file_name, file_hash, state, mapping, created_by)
                values (?, ?, ?, 'reading', cast(? as jsonb), ?)
                returning id
                """)
                .params(kind.code(), fileName, HexFormat.of().parseHex(hash), json.writeValueAsString(mapping), by)
                .query(Long.class)
                .single();
    }

    /** @return whether it was in that state, and now is in the other */
    boolean move(long id, State from, State to) {
        return db.sql("update import_batch set state = ?, rows_done = 0, failure = null where id = ? and state = ?")
                        .params(to.code(), id, from.code())
                        .update()
                > 0;
    }

    void stamp(long id, String column) {
        db.sql("update import_batch set " + column + " = now() where id = ?")
                .param(id)
                .update();
    }

    void keepYes(long id, Actor actor, boolean skipWrong) {
        db.sql("update import_batch set skip_wrong = ?, committed_by = ?, committed_as = ? where id = ?")
                .params(skipWrong, actor.name(), actor.kind().name(), id)
                .update();
    }

    void keepPlan(long id, Upload upload, Plan plan) {
        db.sql("""
                update import_batch
                set kind = ?, layout = nullif(?, ''), headings = ?, mapping = cast(? as jsonb), answers = cast(? as jsonb),
                    questions = cast(? as jsonb)
                where id = ?
                """)
                .params(
                        plan.kind().code(),
                        upload.layout().map(Layout::name).orElse(""),
                        upload.table().headings().toArray(String[]::new),
                        json.writeValueAsString(plan.mapping()),
                        json.writeValueAsString(plan.answers()),
                        json.writeValueAsString(plan.questions()),
                        id)
                .update();
    }

    void keepMapping(long id, Mapping mapping, Map<String, String> answers) {
        db.sql("update import_batch set mapping = cast(? as jsonb), answers = cast(? as jsonb) where id = ?")
                .params(json.writeValueAsString(mapping), json.writeValueAsString(answers), id)
                .update();
    }

    void keepCounts(long id, Counts counts, int leftOut) {
        db.sql("""
                update import_batch
                set new_rows = ?, changed_rows = ?, same_rows = ?, wrong_rows = ?, left_out = ?
                where id = ?
                """)
                .params(counts.fresh(), counts.changed(), counts.same(), counts.wrong(), leftOut, id)
                .update();
    }

    @Transactional
    void fail(long id, String reason) {
        db.sql("update import_batch set state = 'failed', failure = ? where id = ? and state in ('reading',"
                        + " 'committing')")
                .params(reason, id)
                .update();
    }

    /** Seen by others at once, whatever becomes of the transaction it is called in. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void progress(long id, int done, int total) {
        db.sql("update import_batch set rows_done = ?, rows_total = ? where id = ?")
                .params(done, total, id)
                .update();
    }

    /** How columns under these headings were mapped by the last commit. */
    @Transactional(readOnly = true)
    Optional<Remembered> remembered(Kind kind, List<String> headings) {
        return db.sql("select mapping, answers from import_mapping where kind = ? and headings = cast(? as text[])")
                .params(kind.code(), headings.toArray(String[]::new))
                .query((row, _) -> new Remembered(mapping(row), texts(row.getString("answers"))))
                .optional();
    }

    void remember(Batch batch) {
        db.sql("""
                insert into import_mapping (kind, headings, mapping, answers)
                values (?, ?, cast(? as jsonb), cast(? as jsonb))
                on conflict (org_id, kind, headings) do update
                set mapping = excluded.mapping, answers = excluded.answers
                """)
                .params(
                        batch.kind().code(),
                        batch.headings().toArray(String[]::new),
                        json.writeValueAsString(batch.mapping()),
                        json.writeValueAsString(batch.answers()))
                .update();
    }

    /** What was decided for an earlier file of the same shape. */
    record Remembered(Mapping mapping, Map<String, String> answers) {}

    private Batch batch(ResultSet row, int n) throws SQLException {
        return new Batch(
                row.getLong("id"),
                Kind.ofCode(row.getString("kind")),
                row.getString("file_name"),
                HexFormat.of().formatHex(row.getBytes("file_hash")),
                State.ofCode(row.getString("state")),
                mapping(row),
                texts(row.getString("answers")),
                json.readValue(row.getString("questions"), QUESTIONS),
                List.of((String[]) row.getArray("headings").getArray()),
                row.getBoolean("skip_wrong"),
                new Counts(
                        row.getInt("new_rows"),
                        row.getInt("changed_rows"),
                        row.getInt("same_rows"),
                        row.getInt("wrong_rows")),
                row.getInt("rows_done"),
                row.getObject("rows_total", Integer.class),
                row.getString("layout"),
                row.getInt("left_out"),
                committer(row),
                row.getString("failure"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable Actor committer(ResultSet row) throws SQLException {
        String name = row.getString("committed_by");
        return name == null ? null : new Actor(Actor.Kind.valueOf(row.getString("committed_as")), name);
    }

    private Mapping mapping(ResultSet row) throws SQLException {
        return new Mapping(texts(row.getString("mapping")));
    }

    private Map<String, String> texts(String object) {
        return json.readValue(object, TEXTS);
    }
}
