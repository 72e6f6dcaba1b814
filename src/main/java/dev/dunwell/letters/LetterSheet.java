package dev.dunwell.letters;

import dev.dunwell.messaging.LetterPage;
import dev.dunwell.messaging.PaperPost;
import dev.dunwell.payments.PaperTransfers;
import dev.dunwell.statements.Letterhead;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/**
 * A letter as it is printed: all that {@code letters/sheet.jte} shows. Its address stands in the window of an envelope
 * (DIN 5008 B: 20 mm from the left, 45 mm from the top).
 *
 * @param address the names and the lines below them
 * @param slips how to pay, for each currency that has an account
 */
public record LetterSheet(
        LetterPage page, Letterhead letterhead, List<String> address, List<PaperTransfers.Slip> slips) {

    private static final TemplateEngine HTML = TemplateEngine.createPrecompiled(ContentType.Html);

    static LetterSheet of(PaperPost.Sheet sheet, Letterhead letterhead, PaperTransfers.Accounts accounts) {
        String customer = sheet.page().facts().word("customer");
        List<String> lines = Stream.concat(
                        Stream.of(customer, sheet.name()), sheet.address().lines())
                .filter(line -> !line.isBlank())
                .distinct()
                .toList();
        List<PaperTransfers.Slip> slips = sheet.page().facts().groups().stream()
                .map(group -> Currency.getInstance(group.currency()))
                .distinct()
                .flatMap(currency -> accounts.slips(
                        sheet.customerId(),
                        currency,
                        null,
                        sheet.page().wording().language()))
                .toList();
        return new LetterSheet(sheet.page(), letterhead, lines, slips);
    }

    /** The document of one letter, or of many, each beginning on a page of its own. */
    static String html(List<LetterSheet> sheets) {
        var output = new StringOutput();
        HTML.render("letters/sheet.jte", sheets, output);
        return output.toString();
    }

    /** Whom to answer when it is for somebody else; empty when nobody reads answers. */
    public String wrongPerson() {
        return page.facts().word("reply_to").endsWith(".invalid") ? "" : page.wrongPerson();
    }

    /** The organisation in one line, its street and town, for the small print above the address. */
    public String senderLine() {
        return letterhead.senderLine(page.facts().word("vendor"));
    }
}
