package dev.dunwell.collections;

import dev.dunwell.kernel.CopyRows;
import dev.dunwell.kernel.Staging;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every decision with its reason, for as long as it stood. Only what changed is written. */
@Repository
class Decisions {

    private static final Staging STAGED = new Staging("staged_decision", """
            (
              invoice_id bigint, before bigint, action text, stage smallint, step smallint, code text, reason text, next_on date,
              strategy_version_id bigint, left_behind smallint)
            """);

    private final JdbcClient db;
    private final DataSource database;

    Decisions(JdbcClient db, DataSource database) {
        this.db = db;
        this.database = database;
    }

    /** Writes the verdicts that say something new; what stood before ends today. */
    void write(List<Verdict> verdicts, LocalDate today) {
        CopyRows rows = new CopyRows();
        for (Verdict verdict : verdicts) {
            if (verdict.isNew(today)) {
                Decision d = verdict.decision();
                OpenCase item = verdict.item();
                Long before = item.standing() == null ? null : item.standing().id();
                rows.add(
                        item.invoiceId(),
                        before,
                        d.action(),
                        d.stage().number(),
                        d.step(),
                        d.code().name(),
                        d.reason(),
                        d.nextOn(),
                        verdict.versionId(),
                        verdict.leftBehind().upTo());
            }
        }
        if (!rows.isEmpty()) {
            stage(rows);
            supersede(today);
            insert(today);
        }
    }

    /**
     * Ends what was decided for items that are not open any more on this day. Each open item has one decision in force,
     * so there are none of these where as many are in force as were decided.
     */
    void closeSettled(LocalDate today, int decided) {
        if (inForce() > decided) {
            closeSettled(today);
        }
    }

    private int inForce() {
        return db.sql("select count(*) from decision where superseded_on is null")
                .query(Integer.class)
                .single();
    }

    private void closeSettled(LocalDate today) {
        db.sql("""
                update decision
                set superseded_on = :today
                where superseded_on is null
                  and invoice_id in (
                    select d.invoice_id from decision d where d.superseded_on is null
                    except
                    select i.id from open_invoice(:today) i)
                """).param("today", today).update();
    }

    private void stage(CopyRows rows) {
        STAGED.clear(db);
        rows.into(database, "staged_decision");
    }

    private void supersede(LocalDate today) {
        db.sql("""
                update decision d
                set superseded_on = :today
                from staged_decision s
                where d.id = s.before and d.superseded_on is null
                """).param("today", today).update();
    }

    private void insert(LocalDate today) {
        db.sql("""
                insert into decision (invoice_id, decided_on, action, stage, step, code, reason, next_on, strategy_version_id,
                  left_behind)
                select invoice_id, :today, action, stage, step, code, reason, next_on, strategy_version_id, left_behind
                from staged_decision
                """).param("today", today).update();
    }
}
