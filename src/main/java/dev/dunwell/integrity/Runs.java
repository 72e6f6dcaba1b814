package dev.dunwell.integrity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The comparisons that were made. */
@Repository
public class Runs {

    private static final TypeReference<List<Finding.Example>> EXAMPLES = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;

    Runs(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    private record Head(long id, LocalDate asOf, Instant startedAt, Instant finishedAt, String author) {}

    @Transactional(readOnly = true)
    public Optional<Run> last() {
        return db.sql("select * from integrity_run order by id desc limit 1")
                .query((row, _) -> new Head(
                        row.getLong("id"),
                        row.getObject("as_of", LocalDate.class),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("finished_at", OffsetDateTime.class).toInstant(),
                        row.getString("author")))
                .optional()
                .map(head ->
                        new Run(head.id, head.asOf, head.startedAt, head.finishedAt, head.author, findings(head.id)));
    }

    /** How many questions found something when last asked; 0 when nobody asked yet. */
    @Transactional(readOnly = true)
    public int brokenLast() {
        return db.sql("""
                select count(*)
                from integrity_finding
                where broken > 0 and run_id = (select max(id) from integrity_run)
                """).query(Integer.class).single();
    }

    private List<Finding> findings(long run) {
        return db.sql("""
                select code, sentence, broken, millis, examples::text as examples
                from integrity_finding
                where run_id = :run
                order by broken = 0, code
                """)
                .param("run", run)
                .query((row, _) -> new Finding(
                        row.getString("code"),
                        row.getString("sentence"),
                        row.getInt("broken"),
                        row.getInt("millis"),
                        json.readValue(row.getString("examples"), EXAMPLES)))
                .list();
    }

    void insert(LocalDate asOf, Instant startedAt, Instant finishedAt, String author, List<Finding> findings) {
        long id = db.sql("""
                insert into integrity_run (as_of, started_at, finished_at, author)
                values (:asOf, :started, :finished, :author)
                returning id
                """)
                .param("asOf", asOf)
                .param("started", OffsetDateTime.ofInstant(startedAt, ZoneOffset.UTC))
                .param("finished", OffsetDateTime.ofInstant(finishedAt, ZoneOffset.UTC))
                .param("author", author)
                .query(Long.class)
                .single();
        String rows = json.writeValueAsString(findings.stream()
                .map(each -> Map.of(
                        "code",
                        each.code(),
                        "sentence",
                        each.sentence(),
                        "broken",
                        each.broken(),
                        "millis",
                        each.millis(),
                        "examples",
                        each.examples()))
                .collect(Collectors.toList()));
        db.sql("""
                insert into integrity_finding (run_id, code, sentence, broken, millis, examples)
                select :run, f.code, f.sentence, f.broken, f.millis, f.examples
                from jsonb_to_recordset(cast(:rows as jsonb)) as f (code text, sentence text, broken int, millis int, examples jsonb)
                """).param("run", id).param("rows", rows).update();
    }
}
