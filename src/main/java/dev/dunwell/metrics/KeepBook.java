package dev.dunwell.metrics;

import dev.dunwell.kernel.Sql;
import dev.dunwell.ledger.Knowledge;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the kept days of the book anew, all of them, from the facts known at this moment. It amends nothing: a payment
 * that was dated back, an invoice that was corrected or an import taken back changes whichever days it changes, because
 * every day is added up again. Until then pages say from which moment's knowledge they speak.
 */
@Component
public class KeepBook {

    /** It rests this many times as long as it took, so that a large book spends one part in twenty on it. */
    private static final int REST = 20;

    private static final String ALL =
            "currency, on_day, open, not_due, late_30, late_60, late_90, late_more, late_since,"
                    + " age_30, age_60, age_90, age_more, billed, charged, collected, credited, discounted, deducted,"
                    + " written_off, fell_due, fell_due_items, paid_by_due, paid_by_due_items, paid_days, late_days";
    private static final String KEEP_DAYS =
            "insert into book_day (" + ALL + ") select " + ALL + " from (" + Books.DAYS + ") d";
    private static final String KEEP_MONTHS = """
            insert into book_month (currency, billed_month, on_day, billed, billed_days, settled, settled_days, collected,
              matured, at_risk)
            """ + Books.MONTHS;
    private static final String KEEP_MOVERS =
            "insert into book_mover (currency, customer_id, billed, paid, otherwise) " + Sql.named("metrics/movers");
    private static final String KEEP_RISKS = Sql.named("metrics/keep-risks");

    private final JdbcClient db;
    private final Books books;
    private final KeptCases cases;
    private final Knowledge knowledge;

    KeepBook(JdbcClient db, Books books, KeptCases cases, Knowledge knowledge) {
        this.db = db;
        this.books = books;
        this.cases = cases;
        this.knowledge = knowledge;
    }

    /** Whether something may have changed since, or a new day has begun, and it has rested long enough. */
    @Transactional(readOnly = true)
    public boolean isDue(LocalDate today, Instant now) {
        Optional<Books.Kept> kept = books.kept();
        return kept.isEmpty()
                || kept.get().lastOn().isBefore(today)
                || kept.get().auditSeq() != auditSeq()
                        && Duration.between(kept.get().knownAt(), now).toMillis()
                                > REST * kept.get().tookMillis();
    }

    /**
     * Keeps.
     *
     * @param today the organisation's day, the last that is kept
     */
    @Transactional
    public Books.Kept keep(LocalDate today) {
        long begun = System.nanoTime();
        long auditSeq = auditSeq();
        Instant knownAt = knowledge.upToNow();
        wholeTables();
        for (String table : new String[] {"book_day", "book_month", "book_mover", "book_risk", "book_kept"}) {
            db.sql("delete from " + table).update();
        }
        Books.facts(db, KEEP_DAYS, knownAt, today)
                .param("customers", (Object) null)
                .update();
        Books.facts(db, KEEP_MONTHS, knownAt, today)
                .param("customers", (Object) null)
                .update();
        Books.facts(db, KEEP_MOVERS, knownAt, today).update();
        db.sql(KEEP_RISKS).param("lastOn", today).update();
        cases.keep(today);
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        Books.facts(
                        db,
                        "insert into book_kept (known_at, last_on, audit_seq, took_ms)"
                                + " values (:knownAt, :lastOn, :auditSeq, :millis)",
                        knownAt,
                        today)
                .param("auditSeq", auditSeq)
                .param("millis", millis)
                .update();
        return new Books.Kept(knownAt, today, auditSeq, millis);
    }

    private long auditSeq() {
        return db.sql("select coalesce((select seq from audit_head), 0)")
                .query(Long.class)
                .single();
    }

    /** Room to sort, and no loops over single rows in tables that nobody has counted since an import. */
    private void wholeTables() {
        db.sql("set local enable_nestloop = off").update();
        db.sql("set local work_mem = '256MB'").update();
    }
}
