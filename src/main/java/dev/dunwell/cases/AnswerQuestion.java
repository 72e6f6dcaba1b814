package dev.dunwell.cases;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.collections.CustomersTouched;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes what a customer was answered: from today its invoices are reminded of again. Refuses an empty answer. */
@Component
public class AnswerQuestion {

    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    AnswerQuestion(JdbcClient db, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public void answer(Caller caller, long questionId, String answer) {
        if (answer.isBlank()) {
            throw BadInput.in("answer", "Write what they were answered; whoever speaks with them next will read it.");
        }
        long customerId = db.sql("""
                update question
                set answered_on = :today, answered_at = now(), answer = :answer, answered_by = :author
                where id = :id and answered_on is null
                returning customer_id
                """)
                .param("today", caller.today())
                .param("answer", answer.strip())
                .param("author", caller.actor().name())
                .param("id", questionId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("open question"));
        events.publishEvent(new QuestionAnswered(caller, questionId, answer.strip()));
        events.publishEvent(new CustomersTouched(Set.of(customerId)));
        audit.write(caller.actor(), "question.answered", "customer", customerId, Map.of("question", questionId));
    }
}
