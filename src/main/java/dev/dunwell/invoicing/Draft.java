package dev.dunwell.invoicing;

import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.Span;
import dev.dunwell.agreements.Tax;
import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What will stand on a document: lines, the tax on them and their sum. Pure.
 *
 * <p>Tax is computed for each category and rate on the sum of its lines and rounded once, half-up (EN 16931, BR-CO-17).
 *
 * @param orderReference what the customer wants to see; null when it gave none
 */
public record Draft(
        long customerId,
        Kind kind,
        Currency currency,
        List<Line> lines,
        List<TaxSum> taxes,
        @Nullable String orderReference) {

    public Draft {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    /** What sort of document it is. */
    public enum Kind {
        INVOICE,
        /** Asks for money before anything is delivered. */
        DEPOSIT,
        /** Bills everything and takes off what was asked for before. */
        FINAL,
        CREDIT_NOTE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** A line; its price is never below zero, what is taken off has a quantity below zero (BR-27). */
    public record Line(
            String description,
            BigDecimal quantity,
            String unit,
            BigDecimal unitPrice,
            Money amount,
            Tax tax,
            Span delivered) {}

    /** The tax of one category and rate. */
    public record TaxSum(Tax tax, Money basis, Money amount) {

        /** The tax on so much, rounded half-up. */
        public static TaxSum of(Tax tax, Money basis) {
            BigDecimal exact = basis.amount().multiply(tax.percent()).movePointLeft(2);
            return new TaxSum(tax, basis, Money.halfUp(exact, basis.currency()));
        }
    }

    /** @param billables of one customer, in one currency; at least one */
    public static Draft of(List<Billable> billables) {
        Billable first = billables.getFirst();
        List<Line> lines = billables.stream()
                .sorted(Comparator.comparing((Billable b) -> b.delivered().from())
                        .thenComparing(Billable::id))
                .map(Draft::line)
                .toList();
        String orders = billables.stream()
                .map(Billable::orderReference)
                .filter(reference -> reference != null && !reference.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
        return new Draft(
                first.customerId(),
                kind(billables),
                first.amount().currency(),
                lines,
                taxes(lines),
                orders.isEmpty() ? null : orders);
    }

    public Money net() {
        return lines.stream().map(Line::amount).reduce(Money.zero(currency), Money::plus);
    }

    public Money tax() {
        return taxes.stream().map(TaxSum::amount).reduce(Money.zero(currency), Money::plus);
    }

    public Money gross() {
        return net().plus(tax());
    }

    /** From the first day that anything was delivered to the day after the last. */
    public Span delivered() {
        return new Span(
                lines.stream()
                        .map(line -> line.delivered.from())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                lines.stream()
                        .map(line -> line.delivered.until())
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    static List<TaxSum> taxes(List<Line> lines) {
        Map<String, List<Line>> byTax = lines.stream()
                .collect(Collectors.groupingBy(line -> line.tax.toString(), TreeMap::new, Collectors.toList()));
        return byTax.values().stream().map(Draft::taxSum).toList();
    }

    private static TaxSum taxSum(List<Line> lines) {
        Tax tax = lines.getFirst().tax;
        Money basis = lines.stream().map(Line::amount).reduce(Money::plus).orElseThrow();
        return TaxSum.of(tax, basis);
    }

    private static Line line(Billable billable) {
        boolean isNegative = billable.unitPrice().signum() < 0;
        BigDecimal quantity = billable.quantity().number();
        return new Line(
                billable.description(),
                isNegative ? quantity.negate() : quantity,
                billable.quantity().unit(),
                billable.unitPrice().abs(),
                billable.amount(),
                billable.tax(),
                billable.delivered());
    }

    private static Kind kind(List<Billable> billables) {
        List<Billable> deposits = billables.stream()
                .filter(billable -> billable.origin() == Billable.Origin.DEPOSIT)
                .toList();
        if (deposits.stream().anyMatch(deposit -> deposit.amount().isNegative())) {
            return Kind.FINAL;
        } else if (!deposits.isEmpty() && deposits.size() == billables.size()) {
            return Kind.DEPOSIT;
        } else {
            return Kind.INVOICE;
        }
    }
}
