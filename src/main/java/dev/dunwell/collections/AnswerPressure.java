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
 * A person answers one of the four questions before pressure, with the ground for it (R156). The last answer counts
 * until a reason given later puts it in question again.
 */
@Component
public class AnswerPressure {

    private final JdbcClient db;
    private final Journeys journeys;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    AnswerPressure(JdbcClient db, Journeys journeys, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.journeys = journeys;
        this.audit = audit;
        this.events = events;
    }

    /** @param isSo whether the claim of the question holds, and {@code because} what shows it */
    @Transactional
    public void answer(Caller caller, long invoiceId, PressureQuestion question, boolean isSo, String because) {
        if (because.isBlank()) {
            throw BadInput.in("because", "Say what shows it; whoever presses for payment relies on it.");
        }
        long customerId = journeys.of(caller.organisation(), caller.today(), invoiceId)
                .orElseThrow(() -> Refusal.conflict("not-open", "The invoice is settled; nothing is left to do."))
                .customerId();
        db.sql("""
                insert into pressure_answer (invoice_id, question, is_so, reason, answered_on, author)
                values (:invoice, :question, :isSo, :reason, :today, :author)
                """)
                .param("invoice", invoiceId)
                .param("question", question.code())
                .param("isSo", isSo)
                .param("reason", because.strip())
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .update();
        events.publishEvent(new CustomersTouched(Set.of(customerId)));
        audit.write(
                caller.actor(),
                "pressure.answered",
                "customer",
                customerId,
                Map.of("invoice", invoiceId, "question", question.code(), "isSo", isSo));
    }
}
