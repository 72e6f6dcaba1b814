package dev.dunwell.collections;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leaves out the next step of an invoice, with a reason that others read. The next one keeps its distance from it as if
 * it had been taken. The last stage is never left out: whoever does not want it holds the invoice or writes it off.
 */
@Component
public class SkipStep {

    private final JdbcClient db;
    private final Journeys journeys;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    SkipStep(JdbcClient db, Journeys journeys, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.journeys = journeys;
        this.audit = audit;
        this.events = events;
    }

    /** @return the step that was left out: the due one, else the next planned one */
    @Transactional
    public Step skip(Caller caller, long invoiceId, String because) {
        if (because.isBlank()) {
            throw BadInput.in("because", "Say why the step is left out; it stands in the report.");
        }
        Journeys.Way way = journeys.require(caller, invoiceId, Move.SKIP);
        Explanation.Planned next = way.explanation().plan().stream()
                .filter(each -> each.state() == Explanation.State.DUE || each.state() == Explanation.State.PLANNED)
                .findFirst()
                .orElseThrow(() -> Refusal.because("no-step", "No step is left that could be left out."));
        if (next.step().stage() == Stage.FINAL) {
            throw Refusal.because(
                    "last-stage", "Management's stage is never left out: hold the invoice or write it off instead.");
        }
        insert(caller, invoiceId, way, next, because);
        events.publishEvent(new CustomersTouched(Set.of(way.customerId())));
        audit.write(
                caller.actor(),
                "step.skipped",
                "customer",
                way.customerId(),
                Map.of("invoice", invoiceId, "step", next.step().name()));
        return next.step();
    }

    private void insert(Caller caller, long invoiceId, Journeys.Way way, Explanation.Planned next, String because) {
        db.sql("""
                insert into step_skipped
                  (invoice_id, cycle, step, stage, name, strategy_version_id, due_on, skipped_on, code, reason, is_excused,
                   by_person, author)
                select :invoice, coalesce(max(cycle), 0) + 1, :step, :stage, :name, :version, :dueOn, :today, 'BY_PERSON',
                       :reason, true, true, :author
                from step_skipped
                where invoice_id = :invoice and step = :step
                """)
                .param("invoice", invoiceId)
                .param("step", next.step().number())
                .param("stage", next.step().stage().number())
                .param("name", next.step().name())
                .param(
                        "version",
                        way.strategy().id() == 0 ? null : way.strategy().id())
                .param("dueOn", next.on())
                .param("today", caller.today())
                .param("reason", because.strip())
                .param("author", caller.actor().name())
                .update();
    }
}
