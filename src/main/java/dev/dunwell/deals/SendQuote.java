package dev.dunwell.deals;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Organisation;
import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.Contacts;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.messaging.Enclosure;
import dev.dunwell.messaging.Outbox;
import dev.dunwell.messaging.OwnWords;
import dev.dunwell.messaging.PayerDoors;
import dev.dunwell.messaging.PublicAddress;
import dev.dunwell.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a quote by mail, with its paper and the door at which it is accepted, or notes that somebody handed it over.
 * Its paper is made now and kept; from then on it stays as it is, and what it replaces cannot be accepted. Refuses one
 * without lines, one that is over, one whose forerunner is accepted, and by mail when nobody at the customer has an
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
    private final PrintQuote printQuote;
    private final PublicAddress address;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    SendQuote(
            JdbcClient db,
            Quotes quotes,
            Customers customers,
            Contacts contacts,
            PrintQuote printQuote,
            PublicAddress address,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.db = db;
        this.quotes = quotes;
        this.customers = customers;
        this.contacts = contacts;
        this.printQuote = printQuote;
        this.address = address;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param byMail else it was handed over already */
    @Transactional
    public void send(Actor actor, Organisation organisation, long quoteId, boolean byMail, LocalDate today) {
        Quote quote = quotes.locked(quoteId);
        check(quote, today);
        PrintQuote.Kept paper = printQuote.keep(organisation, quote, today);
        Long message = byMail ? mail(actor, organisation, quote, paper, today) : null;
        db.sql("""
                update quote set sent_on = :on, sent_by = :by, message_id = :message, paper = decode(:paper, 'hex')
                where id = :id
                """)
                .param("on", today)
                .param("by", actor.name())
                .param("message", message)
                .param("paper", paper.hash())
                .param("id", quoteId)
                .update();
        audit.write(
                actor,
                "quote.sent",
                "customer",
                quote.customer().id(),
                Map.of("quote", quote.number(), "paper", paper.hash()));
    }

    private void check(Quote quote, LocalDate today) {
        if (quote.state(today) != Quote.State.DRAFT) {
            throw Refusal.conflict("quote-sent", "It is sent already.");
        } else if (!quote.net().isPositive()) {
            throw Refusal.because("quote-empty", "It comes to " + quote.net().inWords() + ". Add what it offers.");
        } else if (today.isAfter(quote.validUntil())) {
            throw Refusal.because("quote-over", "Its last day, " + quote.validUntil() + ", is over. Write another.");
        }
        boolean isTooLate =
                db.sql("""
                select coalesce(e.is_accepted, false)
                from quote e
                where e.id = (select replaces_id from quote where id = ?)
                for update
                """).param(quote.id()).query(Boolean.class).optional().orElse(false);
        if (isTooLate) {
            throw Refusal.conflict("quote-answered", "The customer has accepted the one that it was to replace.");
        }
    }

    private long mail(Actor actor, Organisation organisation, Quote quote, PrintQuote.Kept paper, LocalDate today) {
        Contact reader = contacts.of(quote.customer().id()).stream()
                .filter(contact -> contact.details().email() != null && contact.bouncedOn() == null)
                .min(Comparator.comparing(contact -> contact.details().role()))
                .orElseThrow(() -> Refusal.because(
                        "no-address", "Nobody at the customer has a mail address. Add a contact, or hand it over."));
        Customer customer = customers.require(quote.customer().id());
        QuoteWords words = QuoteWords.of(PrintQuote.language(customer, organisation));
        var mail = new OwnWords(
                customer.id(),
                today,
                words.language(),
                reader.details().name(),
                String.valueOf(reader.details().email()),
                words.word("subject", quote.number(), organisation.name()),
                text(quote, words, reader.details().name(), organisation),
                "<" + UUID.randomUUID() + "@dunwell.invalid>",
                null,
                Map.of(
                        "customer", customer.name(),
                        "customer_number", customer.number(),
                        "numbers", List.of(quote.number())),
                clock.instant().plus(Duration.ofMinutes(organisation.recallMinutes())));
        String file = quote.number() + ".pdf";
        var enclosed = new Enclosure(quote.number(), file, "application/pdf", paper.size(), paper.hash());
        return outbox.write(mail, KIND, List.of(enclosed), actor);
    }

    /** Where mail carries no links, an answer to it does. */
    private String text(Quote quote, QuoteWords words, String reader, Organisation organisation) {
        String how = address.of(organisation)
                .map(site -> words.word("accept.door", PayerDoors.Door.unopened(site)))
                .orElseGet(() -> words.word("accept.reply"));
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
                how,
                organisation.name());
    }
}
