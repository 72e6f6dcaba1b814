package dev.dunwell.deals;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.RecordAcceptance;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down that a customer accepted or declined a quote. Accepting it accepts its version of the terms, which stands
 * with the customer from then on, with the same proof. Refuses a quote that was not sent or is answered, and a day on
 * which it could not be accepted.
 */
@Component
public class AnswerQuote {

    private final JdbcClient db;
    private final Quotes quotes;
    private final RecordAcceptance recordAcceptance;
    private final Audit audit;

    AnswerQuote(JdbcClient db, Quotes quotes, RecordAcceptance recordAcceptance, Audit audit) {
        this.db = db;
        this.quotes = quotes;
        this.recordAcceptance = recordAcceptance;
        this.audit = audit;
    }

    /**
     * @param by who, on the customer's side
     * @param evidence where the proof is: a file, a mail, an order
     */
    public record Said(boolean isAccepted, String by, LocalDate on, String evidence) {}

    @Transactional
    public void answer(Actor actor, long quoteId, Said said, LocalDate today) {
        Quote quote = quotes.locked(quoteId);
        check(quote, said, today);
        db.sql("""
                update quote
                set is_accepted = :accepted, answered_by = :by, answered_on = :on, evidence = :evidence, answer_author = :author
                where id = :id
                """)
                .param("accepted", said.isAccepted)
                .param("by", said.by.strip())
                .param("on", said.on)
                .param("evidence", said.evidence.strip())
                .param("author", actor.name())
                .param("id", quoteId)
                .update();
        if (said.isAccepted) {
            recordAcceptance.record(
                    actor,
                    new RecordAcceptance.Wanted(
                            quote.terms().id(),
                            quote.customer().id(),
                            said.by.strip(),
                            said.on,
                            "With quote " + quote.number() + ": " + said.evidence.strip()),
                    today);
        }
        audit.write(
                actor,
                said.isAccepted ? "quote.accepted" : "quote.declined",
                "customer",
                quote.customer().id(),
                Map.of("quote", quote.number(), "by", said.by, "evidence", said.evidence));
    }

    private static void check(Quote quote, Said said, LocalDate today) {
        LocalDate sentOn = quote.sentOn();
        if (quote.answer() != null) {
            throw Refusal.conflict("quote-answered", "It is answered already.");
        } else if (sentOn == null) {
            throw Refusal.conflict("quote-not-sent", "The customer does not have it yet. Send it first.");
        }
        List<Problem> problems = new ArrayList<>();
        if (said.by.isBlank() || said.by.length() > 200) {
            problems.add(new Problem(0, "by", "Say in at most 200 characters who answered."));
        }
        if (said.evidence.isBlank() || said.evidence.length() > 400) {
            problems.add(new Problem(0, "evidence", "Say in at most 400 characters where the proof is."));
        }
        if (said.on.isBefore(sentOn) || said.on.isAfter(today)) {
            problems.add(new Problem(0, "on", "Give a day from " + sentOn + ", when it was sent, to today."));
        } else if (said.isAccepted && said.on.isAfter(quote.validUntil())) {
            problems.add(new Problem(0, "on", "It could be accepted until " + quote.validUntil() + ". Write another."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
