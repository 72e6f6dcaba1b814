package dev.dunwell.invoicing;

import dev.dunwell.agreements.Span;
import dev.dunwell.agreements.Tax;
import dev.dunwell.payments.PaperTransfers;
import dev.dunwell.statements.Letterhead;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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

    /** The seller in one line, for the small print above the address. */
    public String senderLine() {
        Party.Address at = content.seller().address();
        return String.join(", ", content.seller().name(), at.street(), at.postcode() + " " + at.town());
    }

    /** The buyer as an envelope wants it; the country only where the post crosses a border. */
    public List<String> address() {
        Party.Address at = content.buyer().address();
        boolean isAbroad = !at.country().equals(content.seller().address().country());
        Stream<String> lines = Stream.of(
                content.buyer().name(), at.street(), at.postcode() + " " + at.town(), isAbroad ? country(at) : "");
        return lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private String country(Party.Address at) {
        Locale reader = Locale.of(words.language());
        return Locale.of("", at.country()).getDisplayCountry(reader).toUpperCase(reader);
    }

    /** Where the seller is and how to ask it. */
    public List<String> contact() {
        Party seller = content.seller();
        Party.Person person = seller.contact();
        return Stream.of(
                        seller.address().street(),
                        seller.address().postcode() + " " + seller.address().town(),
                        person.name(),
                        person.phone(),
                        person.email())
                .filter(line -> !line.isBlank())
                .toList();
    }

    /**
     * What stands at the foot of each page: the letterhead's footer, and the seller's tax numbers, which the law wants.
     */
    public List<String> foot() {
        List<String> lines = new ArrayList<>(Letterhead.lines(letterhead.footer()));
        List<String> numbers = new ArrayList<>(List.of(content.seller().name()));
        if (!content.seller().vatId().isEmpty()) {
            numbers.add(words.word("vat") + " " + content.seller().vatId());
        }
        if (!content.seller().taxNumber().isEmpty()) {
            numbers.add(words.word("taxNumber") + " " + content.seller().taxNumber());
        }
        lines.add(String.join(" · ", numbers));
        return lines;
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

    /** What the tax is called, with its rate. */
    public String tax(Tax tax) {
        return tax.category() == Tax.Category.S
                ? words.word("tax", words.number(tax.percent()))
                : words.word("tax", "0");
    }

    /** Why nothing is charged; empty where something is. */
    public String exemption(Tax tax) {
        return switch (tax.category()) {
            case S, Z -> "";
            case E -> content.references().exemption();
            case AE, K, G, O -> words.word("exempt." + tax.category());
        };
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
