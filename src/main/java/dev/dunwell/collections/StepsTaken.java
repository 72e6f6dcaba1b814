package dev.dunwell.collections;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.CopyRows;
import dev.dunwell.kernel.Sql;
import dev.dunwell.kernel.Staging;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which steps of the ladder were taken for which item. The primary key lets each happen once, but for what repeats. */
@Repository
class StepsTaken {

    private static final Staging STAGED = new Staging("staged_step", """
            (
              invoice_id bigint, step smallint, stage smallint, how text, message_id bigint,
              open_amount bigint, strategy_version_id bigint, repeats boolean,
              deadline_on date)
            """);

    private static final String TAKE = Sql.named("collections/take-steps");
    private static final String TAKE_OWN = Sql.named("collections/take-own-steps");
    /** What only those may do whose call counts as a manager's. */
    private static final String MANAGERS = "POST /run/approvals";

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

        /**
         * @param how mail, letter or another way of writing
         * @param deadlineOn what a final notice of today gives
         */
        static Taken written(Verdict verdict, String how, long messageId, LocalDate deadlineOn) {
            boolean isNotice = verdict.decision().stage() == Stage.FINAL;
            return new Taken(verdict, how, messageId, isNotice ? deadlineOn : null);
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
                        step.verdict().versionId(),
                        step.verdict().step().entry().repeats(),
                        step.deadlineOn());
            }
            STAGED.clear(db);
            rows.into(database, "staged_step");
            db.sql(TAKE).param("today", today).update();
            db.sql("""
                    insert into inquiry_closing (invoice_id, reason, closed_on, author)
                    select s.invoice_id, 'no_answer', :today, 'Dunwell'
                    from staged_step s
                    where s.stage > 4 and not exists (select from inquiry_closing c where c.invoice_id = s.invoice_id)
                    """).param("today", today).update();
        }
    }

    /** Moves the steps of messages to the day on which they really left. */
    void takenOn(Collection<Long> messages, LocalDate day) {
        db.sql("update step_taken set taken_on = :day where message_id in (:messages)")
                .param("day", day)
                .param("messages", messages)
                .update();
    }

    /**
     * A contact was made, whether or not somebody answered: the steps of these decisions are taken. The calls of the
     * last stage are management's, so that only a manager's call counts there. Whoever is pressed before an inquiry was
     * answered has not answered it.
     *
     * @param how call or person
     */
    void takeOwn(Caller caller, long customerId, String how, Set<String> codes) {
        db.sql(TAKE_OWN)
                .param("today", caller.today())
                .param("how", how)
                .param("codes", codes.toArray(String[]::new))
                .param("customer", customerId)
                .param("manager", caller.may(MANAGERS))
                .param(
                        "deadlineOn",
                        Strategy.deadlineOf(
                                caller.today(), caller.organisation().calendar()))
                .update();
        db.sql("""
                insert into inquiry_closing (invoice_id, reason, closed_on, author)
                select distinct t.invoice_id, 'no_answer', cast(:today as date), 'Dunwell'
                from open_invoice(:today) i
                join step_taken t on t.invoice_id = i.id and t.stage > 4 and t.taken_on = :today
                where i.customer_id = :customer
                  and not exists (select from inquiry_closing c where c.invoice_id = t.invoice_id)
                """).param("today", caller.today()).param("customer", customerId).update();
    }

    /** Whoever was reached by a courtesy call of today has the invoice; who has not says so, which is a question. */
    void confirmDelivery(Caller caller, long customerId) {
        db.sql("""
                insert into delivery_evidence (invoice_id, grade, happened_on, source, author)
                select distinct t.invoice_id, 5, cast(:today as date), 'call', :author
                from open_invoice(:today) i
                join step_taken t on t.invoice_id = i.id and t.stage = 2 and t.how = 'call' and t.taken_on = :today
                where i.customer_id = :customer
                  and not exists (select from delivery_evidence e where e.invoice_id = i.id and e.happened_on = :today)
                """)
                .param("today", caller.today())
                .param("customer", customerId)
                .param("author", caller.actor().name())
                .update();
    }

    /** Gives back the steps of messages that never left, so that the next night decides anew. */
    void giveBack(Collection<Long> messages) {
        db.sql("delete from step_taken where message_id in (:messages)")
                .param("messages", messages)
                .update();
    }
}
