package dev.dunwell.invoicing;

import dev.dunwell.agreements.Span;
import dev.dunwell.agreements.Tax;
import dev.dunwell.statements.Letterhead;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/**
 * A document as it is printed: all that {@code invoicing/document.jte} shows.
 *
 * @param words in the customer's language
 * @param greeting a sentence above the lines; empty when there is none
 * @param colour of lines and headings
 * @param logo the address of a picture; empty when there is none
 * @param qr the address of a picture; empty when there is none
 */
public record InvoiceSheet(
        Content content,
        InvoiceWords words,
        Letterhead letterhead,
        String greeting,
        String colour,
        String logo,
        String qr) {

    private static final TemplateEngine HTML = TemplateEngine.createPrecompiled(ContentType.Html);

    static InvoiceSheet of(Content content, Letterhead letterhead, Seller.Look look, String logo) {
        Content.Payment payment = content.payment();
        return new InvoiceSheet(
                content,
                InvoiceWords.of(content.language()),
                letterhead,
                content.isCredit() ? "" : look.text(content.language()),
                look.colour(),
                logo,
                content.isCredit() || payment == null || payment.qr().isEmpty() ? "" : QrPicture.of(payment.qr()));
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

    /** One day, or from the first to the last. */
    public String days(Span days) {
        return days.days() == 1
                ? words.shortDate(days.from())
                : words.shortDate(days.from()) + " – " + words.shortDate(days.lastDay());
    }

    /** What the tax is called, with its rate. */
    public String tax(Tax tax) {
        return tax.category() == Tax.Category.S
                ? words.word("tax", words.number(tax.percent()))
                : words.word("tax.none");
    }

    /** Why nothing is charged; empty where something is. */
    public String exemption(Tax tax) {
        return switch (tax.category()) {
            case S, Z -> "";
            case E -> content.references().exemption();
            case AE, K, G, O -> words.word("exempt." + tax.category());
        };
    }
}
