package dev.dunwell.ledger.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Deduction;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.TakenDiscount;
import dev.dunwell.web.Choice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One invoice with everything that happened to its amount.
 *
 * @param settled what settled it, reversals among it, in the order of their days
 * @param earlier what it said before it was amended, the newest first
 * @param late what came short of it or was given up
 * @param values what was typed into its forms
 */
public record InvoiceView(
        Invoice invoice,
        String customerName,
        List<Invoice.Line> lines,
        List<Settled> settled,
        List<Invoice.Version> earlier,
        Late late,
        boolean mayChange,
        boolean mayDecide,
        Map<String, String> values,
        List<Problem> problems) {

    /**
     * A part of the amount that was settled, or taken back.
     *
     * @param by payment, credit note or write-off, with its name
     * @param canReverse whether it still counts
     */
    public record Settled(long allocationId, LocalDate on, String by, Money amount, boolean canReverse) {}

    /**
     * What came short of an invoice or was given up.
     *
     * @param lost what was written off and could come back
     * @param money the customer's payments of which something is left, to bring it back with
     */
    public record Late(
            List<Deduction> deductions, List<TakenDiscount> discounts, List<Choice> lost, List<Choice> money) {}

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with a field, null when nothing is. */
    public @Nullable String problem(String field) {
        return problems.stream()
                .filter(p -> p.column().equals(field))
                .map(Problem::message)
                .findFirst()
                .orElse(null);
    }
}
