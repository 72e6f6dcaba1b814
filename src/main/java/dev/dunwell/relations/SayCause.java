package dev.dunwell.relations;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.cases.Case;
import dev.dunwell.cases.Cases;
import dev.dunwell.ledger.DeductionCode;
import dev.dunwell.web.BadInput;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says what a question about an invoice was about: what was wrong with it, or that it had nothing to do with the
 * invoice, which then counts as right. The last word counts. Refuses a cause that is none.
 */
@Component
public class SayCause {

    /** It came with an invoice but was about something else. */
    public static final String UNRELATED = "unrelated";

    private final Cases cases;
    private final JdbcClient db;
    private final Audit audit;

    SayCause(Cases cases, JdbcClient db, Audit audit) {
        this.cases = cases;
        this.db = db;
        this.audit = audit;
    }

    /** @param cause the code of a {@link DeductionCode}, or {@link #UNRELATED} */
    @Transactional
    public void say(Caller caller, long questionId, String cause) {
        if (!cause.equals(UNRELATED) && DeductionCode.read(cause).isEmpty()) {
            throw BadInput.in("cause", "Choose what it was about from the list.");
        }
        Case question = cases.get(Case.Kind.QUESTION, questionId, caller.today());
        db.sql("insert into question_cause (question_id, cause, author) values (:question, :cause, :author)")
                .param("question", questionId)
                .param("cause", cause)
                .param("author", caller.actor().name())
                .update();
        audit.write(
                caller.actor(),
                "question.cause",
                "customer",
                question.whose().id(),
                Map.of("question", questionId, "cause", cause));
    }
}
