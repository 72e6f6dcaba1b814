package dev.dunwell.statements;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says of a payment.
 *
 * @param paid what came in, when and how
 * @param lines the invoices that it settled, the earliest due first
 * @param left what of it settles nothing yet
 * @param gone what of it went back, or to somebody else
 */
public record Receipt(Payer payer, Paid paid, List<Line> lines, Money left, Money gone) {

    public Receipt {
        lines = List.copyOf(lines);
    }

    /**
     * Who paid.
     *
     * @param address the lines below the name; empty when none is known
     * @param language a tag
     */
    public record Payer(String number, String name, String address, String language) {}

    /**
     * What came in.
     *
     * @param way {@code card}, {@code paypal}, {@code debit} or {@code transfer}
     * @param reference what the payer wrote; null when nothing
     */
    public record Paid(
            Money amount,
            LocalDate on,
            String way,
            @Nullable String reference) {}

    /** How much of an invoice it settled; {@code open} stays open of it. */
    public record Line(String number, LocalDate issuedOn, Money amount, Money paid, Money discounted, Money open) {}

    public boolean isDiscounted() {
        return lines.stream().anyMatch(line -> line.discounted.isPositive());
    }
}
