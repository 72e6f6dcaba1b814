package dev.dunwell.collections;

import dev.dunwell.kernel.CopyRows;
import dev.dunwell.kernel.Staging;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which steps of the ladder were left out for which item, and why. The primary key lets each be told once. */
@Repository
class StepsSkipped {

    private static final Staging STAGED = new Staging("staged_skip", """
            (
              invoice_id bigint, step smallint, stage smallint, name text, version_id bigint,
              due_on date, code text, reason text, is_excused boolean)
            """);

    private final JdbcClient db;
    private final DataSource database;

    StepsSkipped(JdbcClient db, DataSource database) {
        this.db = db;
        this.database = database;
    }

    /** Writes what these verdicts leave behind; a step that was taken after all is no gap. */
    void write(List<Verdict> verdicts, LocalDate today) {
        CopyRows rows = new CopyRows();
        for (Verdict verdict : verdicts) {
            for (LeftBehind.Skip skip : verdict.leftBehind().rows()) {
                rows.add(
                        verdict.item().invoiceId(),
                        skip.step().number(),
                        skip.step().stage().number(),
                        skip.step().name(),
                        verdict.versionId(),
                        skip.dueOn(),
                        skip.code(),
                        skip.reason(),
                        skip.isExcused());
            }
        }
        if (!rows.isEmpty()) {
            STAGED.clear(db);
            rows.into(database, "staged_skip");
            db.sql("""
                    insert into step_skipped
                      (invoice_id, step, stage, name, strategy_version_id, due_on, skipped_on, code, reason, is_excused, author)
                    select s.invoice_id, s.step, s.stage, s.name, s.version_id, s.due_on, :today, s.code, s.reason, s.is_excused, 'Dunwell'
                    from staged_skip s
                    where not exists (select from step_taken t where t.invoice_id = s.invoice_id and t.step = s.step
                      and t.strategy_version_id is not distinct from s.version_id)
                    on conflict do nothing
                    """).param("today", today).update();
        }
    }
}
