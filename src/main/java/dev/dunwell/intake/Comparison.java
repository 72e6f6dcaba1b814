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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
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
 * from here, so that both can only say the same. Set-based: rows wait in a temporary table and are matched at once, and
 * only those that say something new are kept.
 */
@Component
class Comparison {

    static final String TOUCHED = Sql.named("intake/touched-by-batch");

    private static final int STEP = 20_000;

    /** A look at 3,000 rows tells enough to plan a join, and takes a tenth of the usual time. */
    private static final String SMALL_SAMPLE = "set local default_statistics_target = 10";

    /** The SQL of one kind: where rows wait, how they are matched, how they are written. */
    private record Questions(String staged, String matched, String written) {

        static Questions of(Kind kind) {
            String name = "intake/" + kind.code();
            String matched = sql(kind, "-matched");
            return new Questions(
                    Sql.named(name + "-staged"),
                    kind == Kind.E_INVOICES ? Sql.named("intake/e-invoices-parted") + matched : matched,
                    sql(kind, "-written"));
        }

        /** E-invoices are invoices with credit notes among them: theirs is the SQL of invoices with more around it. */
        private static String sql(Kind kind, String step) {
            String own = Sql.named("intake/" + kind.code() + step);
            return kind == Kind.E_INVOICES ? Sql.named("intake/invoices" + step) + own : own;
        }
    }

    /** What a comparison found; the matched rows wait in the transaction for {@link #write}. */
    record Found(Counts counts, List<Problem> problems, int leftOut) {}

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
        for (Kind kind : EnumSet.complementOf(EnumSet.of(Kind.ANY))) {
            questions.put(kind, Questions.of(kind));
        }
    }

    /** Reads all rows of the table and matches them. Writes only temporary tables and the progress of the batch. */
    @Transactional(propagation = Propagation.MANDATORY)
    Found find(Batch batch, Table table, Plan plan) {
        Questions asked = questions(plan.kind());
        db.sql(asked.staged).update();
        Typing typing = type(batch, table, plan);
        db.sql(SMALL_SAMPLE).update();
        db.sql("analyze staged").update();
        var matching = db.sql(asked.matched);
        (hasInvoices(plan.kind())
                        ? matching.param("tellsSettled", plan.mapping().has(Target.SETTLED_ON))
                        : matching)
                .update();
        closedPeriod.mark(plan.kind());
        db.sql("analyze matched").update();
        return found(typing, plan);
    }

    /**
     * Writes what was found, as far as it is not wrong.
     *
     * @param today the day of a payment, or of a credit used, that the file tells only by what is still open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void write(Batch batch, LocalDate today) {
        var writing = db.sql(questions(batch.kind()).written).param("batch", batch.id());
        (hasInvoices(batch.kind()) || batch.kind() == Kind.CREDIT_NOTES ? writing.param("today", today) : writing)
                .update();
    }

    /** The customers of the rows that were written, and of the invoices that payments of others settled. */
    @Transactional(propagation = Propagation.MANDATORY)
    Set<Long> touched(Batch batch) {
        Set<Long> customers = new HashSet<>(db.sql("""
                select distinct c.id
                from matched m
                join customer c on c.number = m.customer_number and c.voided_at is null
                where m.fate in ('new', 'changed', 'credit')
                """).query(Long.class).list());
        customers.addAll(
                db.sql(TOUCHED).param("batch", batch.id()).query(Long.class).list());
        return customers;
    }

    private static boolean hasInvoices(Kind kind) {
        return kind == Kind.INVOICES || kind == Kind.E_INVOICES;
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
        private int leftOut;

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
        var reading = new Reading(plan.kind(), table.headings(), plan.mapping(), plan.conventions());
        Map<Long, Map<String, String>> fixes = problems.fixes(batch.id());
        int done = 0;
        batches.progress(batch.id(), done, plan.rows());
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
            typing.leftOut = rows.leftOut();
        }
        staged.flush();
        batches.progress(batch.id(), done, plan.rows());
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
                select count(*) filter (where fate in ('new', 'credit')) as fresh,
                       count(*) filter (where fate = 'changed') as changed,
                       (select count(*) from staged) - count(*) as same,
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
        return new Found(counts, all, typing.leftOut);
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
