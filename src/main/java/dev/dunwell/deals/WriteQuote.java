package dev.dunwell.deals;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a quote: a draft without lines yet. Refuses one that would be over before it begins. */
@Component
public class WriteQuote {

    private final JdbcClient db;
    private final Customers customers;
    private final TermsBook terms;
    private final Numbering numbering;
    private final Audit audit;

    WriteQuote(JdbcClient db, Customers customers, TermsBook terms, Numbering numbering, Audit audit) {
        this.db = db;
        this.customers = customers;
        this.terms = terms;
        this.numbering = numbering;
        this.audit = audit;
    }

    /**
     * @param termsId the version of terms that it offers
     * @param validUntil the last day on which it can be accepted
     * @param opportunityId the lead that it answers; null when there was none
     */
    public record Wanted(
            long customerId,
            String title,
            Currency currency,
            long termsId,
            LocalDate validUntil,
            @Nullable Long opportunityId) {}

    /** @return the quote's id */
    @Transactional
    public long write(Actor actor, Wanted wanted, LocalDate today) {
        customers.require(wanted.customerId);
        if (terms.byId(wanted.termsId).isEmpty()) {
            throw new NotFound("version of terms");
        } else if (wanted.title.isBlank() || wanted.title.length() > 200) {
            throw BadInput.in("title", "Say in at most 200 characters what it is about.");
        } else if (wanted.validUntil.isBefore(today)) {
            throw BadInput.in("validUntil", "It would be over already. Give today or a later day.");
        }
        int seq = numbering.next(Numbering.Of.QUOTE, today.getYear());
        long id = db.sql("""
                insert into quote (customer_id, year, seq, title, currency, terms_id, valid_until, opportunity_id, author)
                values (:customer, :year, :seq, :title, :currency, :terms, :until, :opportunity, :author)
                returning id
                """)
                .param("customer", wanted.customerId)
                .param("year", today.getYear())
                .param("seq", seq)
                .param("title", wanted.title.strip())
                .param("currency", wanted.currency.getCurrencyCode())
                .param("terms", wanted.termsId)
                .param("until", wanted.validUntil)
                .param("opportunity", wanted.opportunityId)
                .param("author", actor.name())
                .query(Long.class)
                .single();
        audit.write(
                actor,
                "quote.written",
                "customer",
                wanted.customerId,
                Map.of("quote", Quote.number(today.getYear(), seq), "title", wanted.title));
        return id;
    }
}
