package dev.dunwell.deals;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Organisation;
import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.Contacts;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.messaging.Outbox;
import dev.dunwell.messaging.OwnWords;
import dev.dunwell.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a quote by mail, with its lines, its price and its terms, or notes that somebody handed it over. From then on
 * it stays as it is. Refuses one without lines, one that is over, and by mail when nobody at the customer has an
 * address.
 */
@Component
public class SendQuote {

    /** What the outbox and lists call such a mail. */
    public static final String KIND = "quote";

    private final JdbcClient db;
    private final Quotes quotes;
    private final Customers customers;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    SendQuote(
            JdbcClient db,
            Quotes quotes,
            Customers customers,
            Contacts contacts,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.db = db;
        this.quotes = quotes;
        this.customers = customers;
        this.contacts = contacts;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param byMail else it was handed over already */
    @Transactional
    public void send(Actor actor, Organisation organisation, long quoteId, boolean byMail, LocalDate today) {
        Quote quote = quotes.locked(quoteId);
        if (quote.state(today) != Quote.State.DRAFT) {
            throw Refusal.conflict("quote-sent", "It is sent already.");
        } else if (!quote.net().isPositive()) {
            throw Refusal.because("quote-empty", "It comes to " + quote.net().inWords() + ". Add what it offers.");
        } else if (today.isAfter(quote.validUntil())) {
            throw Refusal.because("quote-over", "Its last day, " + quote.validUntil() + ", is over. Write another.");
        }
        Long message = byMail ? mail(actor, organisation, quote, today) : null;
        db.sql("update quote set sent_on = :on, sent_by = :by, message_id = :message where id = :id")
                .param("on", today)
                .param("by", actor.name())
                .param("message", message)
                .param("id", quoteId)
                .update();
        audit.write(actor, "quote.sent", "customer", quote.customer().id(), Map.of("quote", quote.number()));
    }

    private @Nullable Long mail(Actor actor, Organisation organisation, Quote quote, LocalDate today) {
        Contact reader = contacts.of(quote.customer().id()).stream()
                .filter(contact -> contact.details().email() != null && contact.bouncedOn() == null)
                .min(Comparator.comparing(contact -> contact.details().role()))
                .orElseThrow(() -> Refusal.because(
                        "no-address", "Nobody at the customer has a mail address. Add a contact, or hand it over."));
        Customer customer = customers.require(quote.customer().id());
        QuoteWords words = QuoteWords.of((customer.profile().language() == null
                        ? organisation.locale()
                        : customer.profile().language())
                .getLanguage());
        var mail = new OwnWords(
                customer.id(),
                today,
                words.language(),
                reader.details().name(),
                String.valueOf(reader.details().email()),
                words.word("subject", quote.number(), organisation.name()),
                text(quote, words, reader.details().name(), organisation.name()),
                "<" + UUID.randomUUID() + "@dunwell.invalid>",
                null,
                Map.of(
                        "customer", customer.name(),
                        "customer_number", customer.number(),
                        "numbers", List.of(quote.number())),
                clock.instant().plus(Duration.ofMinutes(organisation.recallMinutes())));
        return outbox.write(mail, KIND, actor);
    }

    private static String text(Quote quote, QuoteWords words, String reader, String us) {
        String lines = quote.items().stream()
                .map(item -> words.word(
                        "line",
                        item.quantity().stripTrailingZeros().toPlainString(),
                        item.unit(),
                        item.description(),
                        words.amount(item.net(quote.currency()))))
                .collect(Collectors.joining("\n"));
        return words.word(
                "text",
                reader,
                quote.number(),
                quote.title(),
                lines,
                words.amount(quote.net()),
                quote.terms().title(),
                words.date(quote.validUntil()),
                us);
    }
}
