package dev.dunwell.deals;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds to a quote lines, deposits and milestones, and takes them out. Refuses one that was sent: the customer has it as
 * it is.
 */
@Component
public class ChangeQuote {

    private final Quotes quotes;
    private final Items items;
    private final PlannedParts parts;
    private final Audit audit;

    ChangeQuote(Quotes quotes, Items items, PlannedParts parts, Audit audit) {
        this.quotes = quotes;
        this.items = items;
        this.parts = parts;
        this.audit = audit;
    }

    /** What is changed. */
    public sealed interface Change {

        /** One more line. */
        record Add(Item item) implements Change {}

        /** A line less. */
        record Drop(long itemId) implements Change {}

        /** A deposit or a milestone, of what the lines come to so far. */
        record Plan(Planned planned) implements Change {}

        /** A part is not billed by itself after all. */
        record Withdraw(long partId) implements Change {}
    }

    @Transactional
    public void change(Actor actor, long quoteId, Change change, LocalDate today) {
        Quote quote = quotes.locked(quoteId);
        if (quote.state(today) != Quote.State.DRAFT) {
            throw Refusal.conflict("quote-sent", "The customer has it as it is. Write another quote.");
        }
        switch (change) {
            case Change.Add add -> {
                requireWhole(quote);
                items.add(Items.Of.QUOTE, quoteId, add.item);
            }
            case Change.Drop drop -> {
                requireWhole(quote);
                if (!items.drop(Items.Of.QUOTE, quoteId, drop.itemId)) {
                    throw new NotFound("line");
                }
            }
            case Change.Plan plan -> {
                Money amount = plan.planned.amount(quote.net(), quote.parts());
                parts.add(actor, PlannedParts.Of.QUOTE, quoteId, plan.planned, amount);
            }
            case Change.Withdraw withdraw -> {
                if (!parts.drop(quoteId, withdraw.partId)) {
                    throw new NotFound("part");
                }
            }
        }
        audit.write(
                actor,
                "quote.changed",
                "customer",
                quote.customer().id(),
                Map.of("quote", quote.number(), "change", change.toString()));
    }

    private static void requireWhole(Quote quote) {
        if (!quote.parts().isEmpty()) {
            throw Refusal.conflict("quote-parted", "Parts of it are planned. Take them out first, then plan anew.");
        }
    }
}
