package dev.dunwell.collections;

import dev.dunwell.kernel.CopyRows;
import dev.dunwell.kernel.Sql;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which steps of the ladder were taken for which item. The primary key lets each happen once, but for what repeats. */
@Repository
class StepsTaken {

    private static final String TAKE = Sql.named("collections/take-steps");

    private final JdbcClient db;
    private final DataSource database;

    StepsTaken(JdbcClient db, DataSource database) {
        this.db = db;
        this.database = database;
    }

    /** A step just taken; {@code messageId} names the mail that took it, null for a call. */
    record Taken(Verdict verdict, String how, @Nullable Long messageId) {}

    void write(List<Taken> taken, LocalDate today) {
        if (!taken.isEmpty()) {
            CopyRows rows = new CopyRows();
            for (Taken step : taken) {
                OpenCase item = step.verdict().item();
                Decision d = step.verdict().decision();
                long open = item.situation().open().minor();
                rows.add(
                        item.invoiceId(),
                        d.step(),
                        d.stage().number(),
                        step.how(),
                        step.messageId(),
                        open,
                        step.verdict().versionId(),
                        step.verdict().step().entry().repeats());
            }
            db.sql("""
                    create temp table if not exists staged_step (
                      invoice_id bigint, step smallint, stage smallint, how text, message_id bigint,
                      open_amount bigint, strategy_version_id bigint, repeats boolean)
                    on commit drop
                    """).update();
            db.sql("truncate staged_step").update();
            rows.into(database, "staged_step");
            db.sql(TAKE).param("today", today).update();
        }
    }

    /** Gives back the steps of messages that never left, so that the next night decides anew. */
    void giveBack(Collection<Long> messages) {
        db.sql("delete from step_taken where message_id in (:messages)")
                .param("messages", messages)
                .update();
    }
}
