package dev.dunwell.portal;

import dev.dunwell.access.Caller;
import dev.dunwell.deals.AnswerQuote;
import dev.dunwell.deals.Quote;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A payer accepts a quote or declines it. What proves it is written by us: the moment, the link, the address, the terms
 * and the paper. Saying the same again changes nothing; saying the opposite is refused, as is a quote that is over or
 * that another was sent in place of.
 */
@Component
public class ReplyToQuote {

    private final DoorQuotes doorQuotes;
    private final AnswerQuote answerQuote;
    private final Standing standing;

    ReplyToQuote(DoorQuotes doorQuotes, AnswerQuote answerQuote, Standing standing) {
        this.doorQuotes = doorQuotes;
        this.answerQuote = answerQuote;
        this.standing = standing;
    }

    /**
     * What they say.
     *
     * @param by their name, as they typed it
     * @param reason why they decline; may be empty
     */
    public record Reply(boolean isAccepted, String by, String reason) {}

    @Transactional
    public void reply(Payer payer, long quoteId, Reply reply) {
        long link = standing.count(payer);
        Quote quote = doorQuotes.one(payer, quoteId);
        Caller caller = payer.caller();
        var said = new AnswerQuote.Said(
                reply.isAccepted,
                reply.by,
                caller.today(),
                reply.reason,
                new AnswerQuote.Proof.AtDoor(link, DoorQuotes.address(payer), payer.now()));
        answerQuote.answer(caller.actor(), quote.id(), said, caller.today());
    }
}
