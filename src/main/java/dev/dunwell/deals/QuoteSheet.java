package dev.dunwell.deals;

import dev.dunwell.invoicing.Correspondents;
import dev.dunwell.invoicing.Draft;
import dev.dunwell.invoicing.InvoiceWords;
import dev.dunwell.kernel.Money;
import dev.dunwell.statements.Letterhead;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quote as it is printed: all that {@code deals/paper.jte} shows. Tax is computed for each rate on the sum of its
 * lines, as the invoice will.
 *
 * @param on the day it bears; null on a draft, which says so
 * @param terms what its version of the terms says, in sentences
 * @param exemption why sales are exempt, where they are
 */
public record QuoteSheet(
        Quote quote,
        @Nullable LocalDate on,
        Correspondents between,
        List<String> terms,
        String exemption,
        Letterhead letterhead) {

    private static final TemplateEngine HTML = TemplateEngine.createPrecompiled(ContentType.Html);

    public QuoteSheet {
        terms = List.copyOf(terms);
    }

    /** The whole document. */
    public String html() {
        var output = new StringOutput();
        HTML.render("deals/paper.jte", this, output);
        return output.toString();
    }

    /** Those that it shares with the invoice. */
    public InvoiceWords invoice() {
        return between.words();
    }

    public QuoteWords words() {
        return QuoteWords.of(between.words().language());
    }

    public List<Draft.TaxSum> taxes() {
        return taxes(quote);
    }

    /** Net and all taxes. */
    public Money gross() {
        return gross(quote);
    }

    /** Who sells: from the seller's own data, else as the letterhead has it. */
    public List<String> contact() {
        List<String> lines = between.contact();
        return lines.isEmpty() ? Letterhead.lines(letterhead.address()) : lines;
    }

    /** What of all is billed with this part; empty where an amount was agreed. */
    public String share(Part part) {
        return part.percent() == null ? "" : " · " + invoice().number(part.percent()) + " %";
    }

    public static List<Draft.TaxSum> taxes(Quote quote) {
        return Item.netByTax(quote.items(), quote.currency()).entrySet().stream()
                .map(each -> Draft.TaxSum.of(each.getKey(), each.getValue()))
                .toList();
    }

    public static Money gross(Quote quote) {
        return taxes(quote).stream().map(Draft.TaxSum::amount).reduce(quote.net(), Money::plus);
    }
}
