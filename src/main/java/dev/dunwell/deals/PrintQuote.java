package dev.dunwell.deals;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.archive.Archive;
import dev.dunwell.archive.Pdf;
import dev.dunwell.invoicing.Buyer;
import dev.dunwell.invoicing.Buyers;
import dev.dunwell.invoicing.Correspondents;
import dev.dunwell.invoicing.InvoiceWords;
import dev.dunwell.invoicing.Party;
import dev.dunwell.invoicing.Seller;
import dev.dunwell.invoicing.Sellers;
import dev.dunwell.invoicing.TermsOnPaper;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.statements.Letterheads;
import dev.dunwell.web.NotFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a quote on paper: a PDF/A in the customer's language. What was sent is kept by what it contains and never made
 * again; a draft can be looked at and says that it is one.
 */
@Component
public class PrintQuote {

    private final Organisations organisations;
    private final Customers customers;
    private final TermsBook terms;
    private final Sellers sellers;
    private final Buyers buyers;
    private final Letterheads letterheads;
    private final Pdf pdf;
    private final Archive archive;

    PrintQuote(
            Organisations organisations,
            Customers customers,
            TermsBook terms,
            Sellers sellers,
            Buyers buyers,
            Letterheads letterheads,
            Pdf pdf,
            Archive archive) {
        this.organisations = organisations;
        this.customers = customers;
        this.terms = terms;
        this.sellers = sellers;
        this.buyers = buyers;
        this.letterheads = letterheads;
        this.pdf = pdf;
        this.archive = archive;
    }

    /** A paper that is kept. */
    record Kept(String hash, long size) {}

    /** @return the bytes of what the customer has, or of a draft as it would be; refuses what was sent without paper */
    @Transactional(readOnly = true)
    public byte[] show(Organisation organisation, Quote quote) {
        Quote.Sent sent = quote.sent();
        if (sent == null) {
            return pdf.of(sheet(organisation, quote, language(organisation, quote), null)
                    .html());
        } else if (sent.paper() != null) {
            return archive.bytes(sent.paper());
        } else {
            throw new NotFound("paper");
        }
    }

    /** As it is sent on a day, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    Kept keep(Organisation organisation, Quote quote, LocalDate on) {
        byte[] bytes = pdf.of(
                sheet(organisation, quote, language(organisation, quote), on).html());
        try {
            return new Kept(archive.keep(new ByteArrayResource(bytes)), bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its paper says, in another language; for the screen. */
    @Transactional(readOnly = true)
    public QuoteSheet read(Quote quote, String language) {
        return sheet(
                organisations.current(),
                quote,
                language,
                quote.sent() == null ? null : quote.sent().on());
    }

    private QuoteSheet sheet(Organisation organisation, Quote quote, String language, @Nullable LocalDate on) {
        Customer customer = customers.require(quote.customer().id());
        InvoiceWords words = InvoiceWords.of(language);
        Seller seller = sellers.current().orElse(null);
        Party buyer = buyers.of(customer.id()).map(Buyer::party).orElseGet(() -> Party.named(customer.name()));
        Party us = seller == null ? Party.named(organisation.name()) : seller.party();
        List<String> sentences = terms.byId(quote.terms().id())
                .map(version -> TermsOnPaper.offered(version.conditions(), words))
                .orElseThrow(() -> new NotFound("version of terms"));
        return new QuoteSheet(
                quote,
                on,
                new Correspondents(us, buyer, words),
                sentences,
                seller == null ? "" : seller.exemption(),
                letterheads.current());
    }

    private String language(Organisation organisation, Quote quote) {
        return language(customers.require(quote.customer().id()), organisation);
    }

    /** What the customer reads, else the organisation. */
    static String language(Customer customer, Organisation organisation) {
        Locale own = customer.profile().language();
        return Objects.requireNonNullElse(own, organisation.locale()).getLanguage();
    }
}
