package dev.dunwell.collections;

import dev.dunwell.kernel.CopyRows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which steps of the ladder were taken for which item. The primary key lets each happen once. */
@Repository
class StepsTaken {

    private final JdbcClient db;
    private final DataSource database;

    StepsTaken(JdbcClient db, DataSource database) {
        this.db = db;
        this.database = database;
    }

    /**
     * A step just taken; {@code messageId} names the mail that took it, null for a call; {@code deadlineOn} is the last
     * day a final notice gives.
     */
    record Taken(
            Verdict verdict,
            String how,
            @Nullable Long messageId,
            @Nullable LocalDate deadlineOn) {

        /** @param deadlineOn what a final notice of today gives */
        static Taken byMail(Verdict verdict, long messageId, LocalDate deadlineOn) {
            boolean isNotice = verdict.decision().stage() == Stage.FINAL;
            return new Taken(verdict, "mail", messageId, isNotice ? deadlineOn : null);
        }
    }

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
                        step.deadlineOn());
            }
            db.sql("""
                    create temp table if not exists staged_step (
                      invoice_id bigint, step smallint, stage smallint, how text, message_id bigint,
                      open_amount bigint, deadline_on date)
                    on commit drop
                    """).update();
            db.sql("truncate staged_step").update();
            rows.into(database, "staged_step");
            db.sql("""
                    insert into step_taken (invoice_id, step, stage, taken_on, how, message_id, open_amount, deadline_on)
                    select invoice_id, step, stage, :today, how, message_id, open_amount, deadline_on
                    from staged_step
                    on conflict do nothing
                    """).param("today", today).update();
            closeUnanswered(today);
        }
    }

    /** Whoever is pressed has not answered the inquiry; that closes it. */
    private void closeUnanswered(LocalDate today) {
        db.sql("""
                insert into inquiry_closing (invoice_id, reason, closed_on, author)
                select s.invoice_id, 'no_answer', :today, 'Dunwell'
                from staged_step s
                where s.stage > 4 and not exists (select from inquiry_closing c where c.invoice_id = s.invoice_id)
                """).param("today", today).update();
    }

    /**
     * A call was made, whether or not somebody answered: the call steps that were due are taken. The last stage belongs
     * to management, so that only a manager's call counts there.
     */
    void takeCalls(long customerId, LocalDate today, boolean byManager) {
        db.sql("""
                insert into step_taken (invoice_id, step, stage, taken_on, how, open_amount)
                select d.invoice_id, d.step, d.stage, :today, 'call', i.open_amount
                from decision d
                join open_invoice(:today) i on i.id = d.invoice_id
                where d.superseded_on is null and d.action = 'call' and d.code = 'CALL_DUE' and i.customer_id = :customer
                  and (d.stage < 6 or :manager)
                on conflict do nothing
                """)
                .param("today", today)
                .param("customer", customerId)
                .param("manager", byManager)
                .update();
        db.sql("""
                insert into inquiry_closing (invoice_id, reason, closed_on, author)
                select t.invoice_id, 'no_answer', :today, 'Dunwell'
                from open_invoice(:today) i
                join step_taken t on t.invoice_id = i.id and t.stage = 5 and t.taken_on = :today
                where i.customer_id = :customer
                  and not exists (select from inquiry_closing c where c.invoice_id = t.invoice_id)
                """).param("today", today).param("customer", customerId).update();
    }

    /** Whoever was reached by a courtesy call of today has the invoice; who has not says so, which is a question. */
    void confirmDelivery(long customerId, LocalDate today, String author) {
        db.sql("""
                insert into delivery_evidence (invoice_id, grade, happened_on, source, author)
                select t.invoice_id, 5, :today, 'call', :author
                from open_invoice(:today) i
                join step_taken t on t.invoice_id = i.id and t.stage = 2 and t.how = 'call' and t.taken_on = :today
                where i.customer_id = :customer
                  and not exists (select from delivery_evidence e where e.invoice_id = i.id and e.happened_on = :today)
                """)
                .param("today", today)
                .param("customer", customerId)
                .param("author", author)
                .update();
    }

    /** Gives back the steps of messages that never left, so that the next night decides anew. */
    void giveBack(Collection<Long> messages) {
        db.sql("delete from step_taken where message_id in (:messages)")
                .param("messages", messages)
                .update();
    }
}
