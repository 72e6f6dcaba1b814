package dev.dunwell.statements;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A receipt as it is printed: all that {@code statements/receipt.jte} shows. Its address stands in the window of an
 * envelope (DIN 5008 B).
 *
 * @param vendor who received the money
 * @param madeOn the day on the paper
 */
public record ReceiptSheet(Receipt receipt, Letterhead letterhead, String vendor, LocalDate madeOn) {

    private static final TemplateEngine HTML = TemplateEngine.createPrecompiled(ContentType.Html);

    public StatementWords words() {
        return StatementWords.of(receipt.payer().language());
    }

    /** The whole document. */
    public String html() {
        var output = new StringOutput();
        HTML.render("statements/receipt.jte", this, output);
        return output.toString();
    }

    /** The name and the lines below it. */
    public List<String> address() {
        return Stream.concat(
                        Stream.of(receipt.payer().name()),
                        receipt.payer().address().lines())
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** The vendor in one line, for the small print above the address. */
    public String senderLine() {
        return letterhead.senderLine(vendor);
    }
}
