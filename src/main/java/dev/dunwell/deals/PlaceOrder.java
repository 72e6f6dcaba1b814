package dev.dunwell.deals;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.agreements.Contract;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an order: of an accepted quote, whose lines, price, deposits, milestones and terms it has without being typed
 * again, or entered by itself. Refuses a quote that is not accepted, and a second order of the same.
 */
@Component
public class PlaceOrder {

    private final JdbcClient db;
    private final Customers customers;
    private final TermsBook terms;
    private final Quotes quotes;
    private final Items items;
    private final PlannedParts parts;
    private final Numbering numbering;
    private final Audit audit;

    PlaceOrder(
            JdbcClient db,
            Customers customers,
            TermsBook terms,
            Quotes quotes,
            Items items,
            PlannedParts parts,
            Numbering numbering,
            Audit audit) {
        this.db = db;
        this.customers = customers;
        this.terms = terms;
        this.quotes = quotes;
        this.items = items;
        this.parts = parts;
        this.numbering = numbering;
        this.audit = audit;
    }

    /** What is ordered: all of a quote, or something else. */
    public sealed interface Wanted {

        /** The number of the customer's purchase order; null when it gave none. */
        @Nullable
        String reference();

        Contract.Issue issue();

        /** All of an accepted quote. */
        record OfQuote(long quoteId, @Nullable String reference, Contract.Issue issue) implements Wanted {}

        /** Something of its own; its lines are added afterwards. */
        record Fresh(
                long customerId,
                String title,
                Currency currency,
                long termsId,
                @Nullable String reference,
                Contract.Issue issue)
                implements Wanted {}
    }

    private record Head(
            long customerId,
            String title,
            Currency currency,
            long termsId,
            @Nullable Long quoteId,
            List<Item> items) {}

    /** @return the order's id */
    @Transactional
    public long place(Actor actor, Wanted wanted, LocalDate today) {
        Head head = switch (wanted) {
            case Wanted.OfQuote of -> ofQuote(of.quoteId, today);
            case Wanted.Fresh fresh -> fresh(fresh);
        };
        String reference = wanted.reference();
        if (reference != null && reference.length() > 200) {
            throw BadInput.in("reference", "Give their order number in at most 200 characters.");
        }
        int seq = numbering.next(Numbering.Of.SALES_ORDER, today.getYear());
        long id = insert(actor, head, wanted, seq, today);
        head.items.forEach(item -> items.add(Items.Of.ORDER, id, item));
        if (head.quoteId != null) {
            parts.copy(actor, head.quoteId, PlannedParts.Of.ORDER, id);
        }
        audit.write(
                actor,
                "order.placed",
                "customer",
                head.customerId,
                Map.of("order", Order.number(today.getYear(), seq), "title", head.title));
        return id;
    }

    private Head ofQuote(long quoteId, LocalDate today) {
        Quote quote = quotes.locked(quoteId);
        if (quote.state(today) != Quote.State.ACCEPTED) {
            throw Refusal.conflict("quote-not-accepted", "The customer has not accepted it. Write that down first.");
        } else if (quote.follow().orderId() != null) {
            throw Refusal.conflict("ordered-already", "There is an order of this quote already.");
        }
        return new Head(
                quote.customer().id(),
                quote.title(),
                quote.currency(),
                quote.terms().id(),
                quoteId,
                quote.items());
    }

    private Head fresh(Wanted.Fresh wanted) {
        customers.require(wanted.customerId);
        if (terms.byId(wanted.termsId).isEmpty()) {
            throw new NotFound("version of terms");
        } else if (wanted.title.isBlank() || wanted.title.length() > 200) {
            throw BadInput.in("title", "Say in at most 200 characters what it is about.");
        }
        return new Head(wanted.customerId, wanted.title.strip(), wanted.currency, wanted.termsId, null, List.of());
    }

    private long insert(Actor actor, Head head, Wanted wanted, int seq, LocalDate today) {
        try {
            return db.sql("""
                    insert into sales_order (customer_id, year, seq, title, reference, currency, terms_id, issue, ordered_on,
                      quote_id, author)
                    values (:customer, :year, :seq, :title, :reference, :currency, :terms, :issue, :on, :quote, :author)
                    returning id
                    """)
                    .param("customer", head.customerId)
                    .param("year", today.getYear())
                    .param("seq", seq)
                    .param("title", head.title)
                    .param("reference", wanted.reference())
                    .param("currency", head.currency.getCurrencyCode())
                    .param("terms", head.termsId)
                    .param("issue", wanted.issue().code())
                    .param("on", today)
                    .param("quote", head.quoteId)
                    .param("author", actor.name())
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("ordered-already", "There is an order of this quote already.");
        }
    }
}
