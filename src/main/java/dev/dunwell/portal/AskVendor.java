package dev.dunwell.portal;

import dev.dunwell.cases.AskQuestion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A payer asks something: a question with the vendor of this place and nobody else. Until it is answered nothing is
 * sent about its invoice, or to the customer when it names none. The answer is shown at the door and mailed.
 */
@Component
public class AskVendor {

    private final AskQuestion askQuestion;
    private final Standing standing;
    private final JdbcClient db;

    AskVendor(AskQuestion askQuestion, Standing standing, JdbcClient db) {
        this.askQuestion = askQuestion;
        this.standing = standing;
        this.db = db;
    }

    /**
     * @param invoiceId what it is about, open and shown by the link; null for everything
     * @return the question's id; refuses an empty text
     */
    @Transactional
    public long ask(Payer payer, @Nullable Long invoiceId, String text) {
        long link = standing.count(payer);
        long customer = invoiceId == null
                ? payer.here().customerId()
                : standing.item(payer, invoiceId).customerId();
        long question = askQuestion.ask(
                payer.caller(),
                new AskQuestion.Wanted(
                        customer, invoiceId, payer.caller().actor().name(), text, null, null));
        db.sql("insert into door_case (link_id, question_id) values (?, ?)")
                .params(link, question)
                .update();
        return question;
    }
}
