package dev.dunwell.ledger.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Deduction;
import dev.dunwell.ledger.DeductionCode;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.TakenDiscount;
import dev.dunwell.web.Choice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
     * @param url of the payment or credit note; null where it has no page
     * @param canReverse whether it still counts
     */
    public record Settled(
            long allocationId,
            LocalDate on,
            String by,
            @Nullable String url,
            Money amount,
            boolean canReverse) {}

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

    public String value(String field, String otherwise) {
        return values.getOrDefault(field, otherwise);
    }

    /** Whether one of these fields was sent and came back, so that its form is to be seen. */
    public boolean isTried(String... fields) {
        return Stream.of(fields).anyMatch(field -> !value(field).isEmpty() || problem(field) != null);
    }

    /** The instalments as a person writes them. */
    public String schedule() {
        return Schedule.written(invoice.bill().instalments());
    }

    /** Why an amount may be kept back. */
    public List<Choice> reasons() {
        return Stream.of(DeductionCode.values())
                .map(code -> new Choice(code.code(), code.words()))
                .toList();
    }

    /** What is wrong with a field, null when nothing is. */
    public @Nullable String problem(String field) {
        return Problem.at(problems, field);
    }
}
