package dev.dunwell.intake;

import dev.dunwell.intake.Batch.Counts;
import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.Outcome;
import dev.dunwell.intake.formats.Reading;
import dev.dunwell.intake.formats.Target;
import dev.dunwell.intake.formats.table.Row;
import dev.dunwell.intake.formats.table.Rows;
import dev.dunwell.intake.formats.table.Table;
import dev.dunwell.kernel.Problem;
import dev.dunwell.kernel.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lays a file beside the book: every row is new, changed, the same or wrong. The dry run ends here; a commit goes on
 * from here, so that both can only say the same. Set-based: rows wait in a temporary table and are matched at once.
 */
@Component
class Comparison {

    static final String TOUCHED = Sql.named("intake/touched-by-batch");

    private static final int STEP = 5_000;

    /** The SQL of one kind: where rows wait, how they are matched, how they are written. */
    private record Questions(String staged, String matched, String written) {

        static Questions of(Kind kind) {
            String name = "intake/" + kind.code();
            return new Questions(
                    Sql.named(name + "-staged"), Sql.named(name + "-matched"), Sql.named(name + "-written"));
        }
    }

    /** What a comparison found; the matched rows wait in the transaction for {@link #write}. */
    record Found(Counts counts, List<Problem> problems) {}

    private final Map<Kind, Questions> questions = new EnumMap<>(Kind.class);
    private final JdbcClient db;
    private final DataSource database;
    private final Batches batches;
    private final Problems problems;
    private final ClosedPeriod closedPeriod;

    Comparison(JdbcClient db, DataSource database, Batches batches, Problems problems, ClosedPeriod closedPeriod) {
        this.db = db;
        this.database = database;
        this.batches = batches;
        this.problems = problems;
        this.closedPeriod = closedPeriod;
        for (Kind kind : Kind.values()) {
            questions.put(kind, Questions.of(kind));
        }
    }

    /** Reads all rows of the table and matches them. Writes only temporary tables and the progress of the batch. */
    @Transactional(propagation = Propagation.MANDATORY)
    Found find(Batch batch, Table table, Plan plan) {
        Questions asked = questions(batch.kind());
        db.sql(asked.staged).update();
        Typing typing = type(batch, table, plan);
        db.sql("analyze staged").update();
        var matching = db.sql(asked.matched);
        (batch.kind() == Kind.INVOICES
                        ? matching.param("tellsSettled", plan.mapping().has(Target.SETTLED_ON))
                        : matching)
                .update();
        closedPeriod.mark(batch.kind());
        db.sql("analyze matched").update();
        return found(typing, plan);
    }

    /** Writes what was found, as far as it is not wrong. */
    @Transactional(propagation = Propagation.MANDATORY)
    void write(Batch batch) {
        db.sql(questions(batch.kind()).written).param("batch", batch.id()).update();
    }

    /** The customers of the rows that were written, and of the invoices that payments of others settled. */
    @Transactional(propagation = Propagation.MANDATORY)
    Set<Long> touched(Batch batch) {
        Set<Long> customers = new HashSet<>(db.sql("""
                select distinct c.id
                from matched m
                join customer c on c.number = m.customer_number and c.voided_at is null
                where m.fate in ('new', 'changed')
                """).query(Long.class).list());
        customers.addAll(
                db.sql(TOUCHED).param("batch", batch.id()).query(Long.class).list());
        return customers;
    }

    private Questions questions(Kind kind) {
        Questions asked = questions.get(kind);
        if (asked == null) {
            throw new IllegalArgumentException(kind.code());
        }
        return asked;
    }

    /** What the typing of a file came to, before it is laid beside the book. */
    private static final class Typing {
        private final List<Problem> problems = new ArrayList<>();
        private int repeated;
        private int wrong;

        void wrong(List<Problem> why) {
            wrong++;
            if (problems.size() < Problems.MOST_KEPT) {
                problems.addAll(why);
            }
        }
    }

    private Typing type(Batch batch, Table table, Plan plan) {
        var typing = new Typing();
        var staged = new StagedRows(database);
        var reading = new Reading(batch.kind(), table.headings(), plan.mapping(), plan.conventions());
        Map<Long, Map<String, String>> fixes = problems.fixes(batch.id());
        int done = 0;
        try (Rows rows = table.rows()) {
            while (rows.hasNext()) {
                switch (reading.read(fixed(rows.next(), table.headings(), fixes))) {
                    case Outcome.Typed typed -> staged.add(typed.row(), typed.value());
                    case Outcome.Repeated _ -> typing.repeated++;
                    case Outcome.Wrong wrong -> typing.wrong(wrong.problems());
                }
                if (++done % STEP == 0) {
                    batches.progress(batch.id(), done, plan.rows());
                }
            }
        }
        staged.flush();
        return typing;
    }

    private static Row fixed(Row row, List<String> headings, Map<Long, Map<String, String>> fixes) {
        Row mended = row;
        for (Map.Entry<String, String> fix :
                fixes.getOrDefault(row.number(), Map.of()).entrySet()) {
            mended = mended.with(headings.indexOf(fix.getKey()), fix.getValue());
        }
        return mended;
    }

    private Found found(Typing typing, Plan plan) {
        Counts matched = db.sql("""
                select count(*) filter (where fate = 'new') as fresh,
                       count(*) filter (where fate = 'changed') as changed,
                       count(*) filter (where fate = 'same') as same,
                       count(*) filter (where fate = 'wrong') as wrong
                from matched
                """).query(Counts.class).single();
        List<Problem> all = new ArrayList<>(typing.problems);
        if (matched.wrong() > 0) {
            all.addAll(complaints(plan));
            all.sort(Comparator.comparingLong(Problem::row));
        }
        var counts = new Counts(
                matched.fresh(), matched.changed(), matched.same() + typing.repeated, matched.wrong() + typing.wrong);
        return new Found(counts, all);
    }

    /** Said by the queries as {@code target: message}; a person knows the column by its heading. */
    private List<Problem> complaints(Plan plan) {
        return db.sql("select row, complaint from matched where fate = 'wrong' order by row limit ?")
                .param(Problems.MOST_KEPT)
                .query((row, _) -> {
                    String complaint = row.getString("complaint");
                    int colon = complaint.indexOf(": ");
                    String target = complaint.substring(0, colon);
                    String source = plan.mapping().columns().getOrDefault(target, target);
                    return new Problem(
                            row.getLong("row"),
                            source.startsWith("=") ? target : source,
                            complaint.substring(colon + 2));
                })
                .list();
    }
}
