package dev.dunwell.invoicing;

import dev.dunwell.agreements.Span;
import dev.dunwell.agreements.Tax;
import dev.dunwell.payments.PaperTransfers;
import dev.dunwell.statements.Letterhead;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/**
 * A document as it is printed: all that {@code invoicing/document.jte} shows. Its address stands in the window of an
 * envelope (DIN 5008 B).
 *
 * @param words in the customer's language
 * @param greeting a sentence above the lines; empty when there is none
 */
public record InvoiceSheet(Content content, InvoiceWords words, Letterhead letterhead, String greeting) {

    private static final TemplateEngine HTML = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final String SWISS = "SPC";

    static InvoiceSheet of(Content content, Letterhead letterhead, Seller.Look look) {
        return new InvoiceSheet(
                content,
                InvoiceWords.of(content.language()),
                letterhead,
                content.isCredit() ? "" : look.text(content.language()));
    }

    /** The whole document. */
    public String html() {
        var output = new StringOutput();
        HTML.render("invoicing/document.jte", this, output);
        return output.toString();
    }

    public String title() {
        return words.word("title." + content.kind().code());
    }

    /** Whose paper it is, and for whom. */
    public Correspondents between() {
        return new Correspondents(content.seller(), content.buyer(), words);
    }

    /** Whether the lines were delivered at different times, so that each has to say when. */
    public boolean isDatedByLine() {
        return content.lines().stream()
                .anyMatch(line -> !line.delivered().equals(content.references().delivered()));
    }

    /** One day, or from the first to the last. */
    public String days(Span days) {
        return days.days() == 1
                ? words.shortDate(days.from())
                : words.shortDate(days.from()) + " – " + words.shortDate(days.lastDay());
    }

    /** Why nothing is charged; empty where something is. */
    public String exemption(Tax tax) {
        return words.exemption(tax, content.references().exemption());
    }

    /** The payment's code as the printer draws it; empty when there is none. */
    public String squares() {
        Content.Payment payment = content.payment();
        return content.isCredit() || payment == null || payment.qr().isEmpty()
                ? ""
                : PaperTransfers.squares(payment.qr());
    }

    /** {@code cross} where the code is the Swiss one; else empty. */
    public String mark() {
        Content.Payment payment = content.payment();
        return payment != null && payment.qr().startsWith(SWISS) ? "cross" : "";
    }
}
