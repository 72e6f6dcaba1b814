package dev.dunwell.deals;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins a quote in the place of one that the customer has: a draft with the same lines, parts and terms. Once it is
 * sent, the earlier one cannot be accepted any more. Refuses a draft, which is simply changed, one that is accepted,
 * and a second one in the same place.
 */
@Component
public class ReplaceQuote {

    private final JdbcClient db;
    private final Quotes quotes;
    private final Items items;
    private final PlannedParts parts;
    private final Numbering numbering;
    private final Audit audit;

    ReplaceQuote(JdbcClient db, Quotes quotes, Items items, PlannedParts parts, Numbering numbering, Audit audit) {
        this.db = db;
        this.quotes = quotes;
        this.items = items;
        this.parts = parts;
        this.numbering = numbering;
        this.audit = audit;
    }

    /**
     * @param validUntil the last day on which the new one can be accepted
     * @return the draft's id
     */
    @Transactional
    public long replace(Actor actor, long quoteId, LocalDate validUntil, LocalDate today) {
        Quote quote = quotes.locked(quoteId);
        switch (quote.state(today)) {
            case DRAFT -> throw Refusal.conflict("quote-not-sent", "It is a draft. Change it as it is.");
            case ACCEPTED -> throw Refusal.conflict("quote-answered", "The customer accepted it.");
            case SENT, DECLINED, REPLACED, EXPIRED -> {}
        }
        if (validUntil.isBefore(today)) {
            throw BadInput.in("validUntil", "It would be over already. Give today or a later day.");
        }
        int seq = numbering.next(Numbering.Of.QUOTE, today.getYear());
        long later = insert(actor, quoteId, validUntil, new Numbered(today.getYear(), seq));
        quote.items().forEach(item -> items.add(Items.Of.QUOTE, later, item));
        parts.copy(actor, quoteId, PlannedParts.Of.QUOTE, later);
        audit.write(
                actor,
                "quote.written",
                "customer",
                quote.customer().id(),
                Map.of("quote", Quote.number(today.getYear(), seq), "in place of", quote.number()));
        return later;
    }

    private record Numbered(int year, int seq) {}

    private long insert(Actor actor, long quoteId, LocalDate validUntil, Numbered number) {
        try {
            return db.sql("""
                    insert into quote (customer_id, year, seq, title, currency, terms_id, valid_until, opportunity_id, replaces_id,
                      author)
                    select customer_id, :year, :seq, title, currency, terms_id, :until, opportunity_id, id, :author
                    from quote where id = :id
                    returning id
                    """)
                    .param("year", number.year)
                    .param("seq", number.seq)
                    .param("until", validUntil)
                    .param("author", actor.name())
                    .param("id", quoteId)
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("quote-replaced", "There is another in its place already.");
        }
    }
}
