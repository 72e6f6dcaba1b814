package dev.dunwell.billing;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.payments.PaperTransfers;
import dev.dunwell.statements.Letterhead;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A claim for late payment as it is printed: all that {@code billing/claim.jte} shows. Its address stands in the window
 * of an envelope (DIN 5008 B).
 *
 * @param origin the invoice that was late
 * @param receivable what is claimed
 * @param slips how to pay it
 */
public record ClaimSheet(
        Charge charge, Invoice origin, Invoice receivable, To to, Look look, List<PaperTransfers.Slip> slips) {

    private static final TemplateEngine HTML = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final Pattern LINE =
            Pattern.compile("(?m)^(\\S+) to (\\S+), (\\d+) days: (\\S+) (\\S+) at (\\S+) % = (\\S+)$");

    public ClaimSheet {
        slips = List.copyOf(slips);
    }

    /**
     * Who owes.
     *
     * @param address the name and the lines below it
     * @param language a tag
     */
    public record To(List<String> address, String language) {

        public To {
            address = List.copyOf(address);
        }
    }

    /**
     * Who claims.
     *
     * @param isUntaxed whether a statute says that it compensates for lateness: such money is no price of anything and
     *     bears no value added tax (Court of Justice of the EU, C-222/81)
     */
    public record Look(Letterhead letterhead, String vendor, boolean isUntaxed) {}

    /** A stretch of days as {@link Interest.Line} writes it: interest is exact, not yet rounded. */
    public record Line(
            LocalDate from,
            LocalDate until,
            long days,
            Money principal,
            BigDecimal percentPerYear,
            BigDecimal interest) {

        private static Line of(MatchResult found) {
            return new Line(
                    LocalDate.parse(found.group(1)),
                    LocalDate.parse(found.group(2)),
                    Long.parseLong(found.group(3)),
                    Money.of(found.group(4), found.group(5)),
                    new BigDecimal(found.group(6)),
                    new BigDecimal(found.group(7)));
        }
    }

    /** The whole document. */
    public String html() {
        var output = new StringOutput();
        HTML.render("billing/claim.jte", this, output);
        return output.toString();
    }

    public ClaimWords words() {
        return ClaimWords.of(to.language);
    }

    public String senderLine() {
        return look.letterhead.senderLine(look.vendor);
    }

    /** Of interest, from what was kept when it was decided; none of fixed sums and fees. */
    public List<Line> lines() {
        return LINE.matcher(charge.explained()).results().map(Line::of).toList();
    }

    /** The law, or the terms, by their name: what stands behind the first semicolon of the explanation. */
    public String source() {
        String first = charge.explained().lines().findFirst().orElse("");
        return first.substring(first.indexOf(';') + 1).strip();
    }
}
