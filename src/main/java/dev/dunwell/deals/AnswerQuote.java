package dev.dunwell.deals;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.RecordAcceptance;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down that a customer accepted or declined a quote. Accepting it accepts its version of the terms, which stands
 * with the customer from then on, with the same proof. Refuses a quote that was not sent, is answered or replaced, and
 * a day on which it could not be accepted. The same answer given again at the door changes nothing.
 */
@Component
public class AnswerQuote {

    private static final int LONGEST = 100;

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
     * What the customer said.
     *
     * @param by who, on the customer's side
     * @param reason why it was declined; may be empty
     */
    public record Said(boolean isAccepted, String by, LocalDate on, String reason, Proof proof) {}

    /** How it is known. */
    public sealed interface Proof {

        /** Somebody of the house names it: a file, a mail, an order. */
        record Named(String where) implements Proof {}

        /** The customer said so at the door, at a moment, through a link that was mailed to an address. */
        record AtDoor(long linkId, String address, Instant at) implements Proof {}
    }

    /** @param today the organisation's day */
    @Transactional
    public void answer(Actor actor, long quoteId, Said said, LocalDate today) {
        Quote quote = quotes.locked(quoteId);
        Quote.Answer earlier = quote.answer();
        boolean isSaidAgain =
                said.proof instanceof Proof.AtDoor && earlier != null && earlier.isAccepted() == said.isAccepted;
        if (!isSaidAgain) {
            check(quote, said, today);
            write(actor, quote, said, today);
        }
    }

    private void write(Actor actor, Quote quote, Said said, LocalDate today) {
        String evidence = evidence(quote, said.proof);
        Proof.AtDoor door = said.proof instanceof Proof.AtDoor atDoor ? atDoor : null;
        db.sql("""
                update quote
                set is_accepted = :accepted, answered_by = :by, answered_on = :on, evidence = :evidence, answer_author = :author,
                  reason = nullif(:reason, ''), link_id = :link, answered_at = coalesce(:at, now())
                where id = :id
                """)
                .param("accepted", said.isAccepted)
                .param("by", said.by.strip())
                .param("on", said.on)
                .param("evidence", evidence)
                .param("author", actor.name())
                .param("reason", said.isAccepted ? "" : said.reason.strip())
                .param("link", door == null ? null : door.linkId)
                .param("at", door == null ? null : door.at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", quote.id())
                .update();
        if (said.isAccepted) {
            recordAcceptance.record(
                    actor,
                    new RecordAcceptance.Wanted(
                            quote.terms().id(),
                            quote.customer().id(),
                            said.by.strip(),
                            said.on,
                            "With quote " + quote.number() + ": " + evidence),
                    today);
        }
        audit.write(
                actor,
                said.isAccepted ? "quote.accepted" : "quote.declined",
                "customer",
                quote.customer().id(),
                Map.of("quote", quote.number(), "by", said.by, "evidence", evidence));
    }

    /** Whoever reads it years later finds the link, the paper and the terms by it. */
    private static String evidence(Quote quote, Proof proof) {
        return switch (proof) {
            case Proof.Named named -> named.where.strip();
            case Proof.AtDoor door ->
                "At the customer's door at %s, through link %d, mailed to %s; terms %s; paper SHA-256 %s"
                        .formatted(
                                door.at.truncatedTo(ChronoUnit.SECONDS),
                                door.linkId,
                                shortened(door.address),
                                shortened(quote.terms().title()),
                                quote.sent() == null ? "" : quote.sent().paper());
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static void check(Quote quote, Said said, LocalDate today) {
        Quote.Sent sent = quote.sent();
        if (quote.answer() != null) {
            throw Refusal.conflict("quote-answered", "It is answered already.");
        } else if (sent == null) {
            throw Refusal.conflict("quote-not-sent", "The customer does not have it yet. Send it first.");
        } else if (quote.follow().replacedBy() != null) {
            throw Refusal.conflict("quote-replaced", "Another was sent in its place. Take the answer to that one.");
        } else if (said.proof instanceof Proof.AtDoor && quote.state(today) == Quote.State.EXPIRED) {
            throw Refusal.conflict("quote-over", "It could be accepted until " + quote.validUntil() + ".");
        }
        List<Problem> problems = new ArrayList<>();
        if (said.by.isBlank() || said.by.length() > 200) {
            problems.add(new Problem(0, "by", "Say in at most 200 characters who answered."));
        }
        if (said.proof instanceof Proof.Named named && (named.where.isBlank() || named.where.length() > 400)) {
            problems.add(new Problem(0, "evidence", "Say in at most 400 characters where the proof is."));
        }
        if (said.reason.length() > 500) {
            problems.add(new Problem(0, "reason", "Say in at most 500 characters why."));
        }
        if (said.on.isBefore(sent.on()) || said.on.isAfter(today)) {
            problems.add(new Problem(0, "on", "Give a day from " + sent.on() + ", when it was sent, to today."));
        } else if (said.isAccepted && said.on.isAfter(quote.validUntil())) {
            problems.add(new Problem(0, "on", "It could be accepted until " + quote.validUntil() + ". Write another."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
