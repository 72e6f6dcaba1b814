package dev.dunwell.billing;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.DayCount;
import dev.dunwell.ledger.Regime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the law of a country says about late payment, from a day on. The rows are data,
 * {@code billing/late-payment.csv}, each with its source; this is no legal advice.
 *
 * @param validFrom for debts that fall late on this day or later
 * @param businessMargin percentage points above the reference
 * @param consumerMargin the same when a consumer owes; null: the statute gives no such interest
 * @param isFixedAtStart whether the half-year in which the debt fell late counts for good
 * @param compensation fixed sums that a business owes, by the size of the invoice
 * @param defaultDays when nothing was agreed
 */
public record Statute(
        Regime regime,
        LocalDate validFrom,
        Reference reference,
        BigDecimal businessMargin,
        @Nullable BigDecimal consumerMargin,
        boolean isFixedAtStart,
        DayCount dayCount,
        List<Sum> compensation,
        int defaultDays,
        String source) {

    private static final List<Statute> ALL =
            DataFile.rows("late-payment.csv").stream().map(Statute::of).toList();

    /** A fixed sum for invoices of at least an amount in the same currency. */
    public record Sum(Money fromAmount, Money sum) {}

    public static List<Statute> all() {
        return ALL;
    }

    /** The one that counts for a debt that fell late on a day. */
    public static Optional<Statute> of(Regime regime, LocalDate lateFrom) {
        return ALL.stream()
                .filter(statute -> statute.regime == regime && !statute.validFrom.isAfter(lateFrom))
                .max(Comparator.comparing(Statute::validFrom));
    }

    public @Nullable BigDecimal margin(boolean isConsumer) {
        return isConsumer ? consumerMargin : businessMargin;
    }

    /** The fixed sum for an invoice of an amount; empty in another currency than the statute's. */
    public Optional<Money> compensation(Money invoiced) {
        return compensation.stream()
                .filter(step ->
                        step.sum.currency().equals(invoiced.currency()) && step.fromAmount.compareTo(invoiced) <= 0)
                .map(Sum::sum)
                .max(Comparator.naturalOrder());
    }

    private static Statute of(DataFile.Row row) {
        String consumer = row.text("margin_consumer");
        return new Statute(
                Regime.ofCode(row.text("regime")),
                LocalDate.parse(row.text("valid_from")),
                Reference.ofCode(row.text("reference")),
                new BigDecimal(row.text("margin_business")),
                consumer.isEmpty() ? null : new BigDecimal(consumer),
                row.text("reset").equals("start"),
                DayCount.ofCode(row.text("day_count")),
                sums(row.text("compensation")),
                Integer.parseInt(row.text("default_days")),
                row.text("source"));
    }

    /** Reads {@code GBP 40, 1000: 70, 10000: 100}. */
    private static List<Sum> sums(String written) {
        Currency currency = Currency.getInstance(written.substring(0, 3));
        List<Sum> sums = new ArrayList<>();
        for (String step : written.substring(3).split(",")) {
            String[] parts = step.strip().split(": *");
            String from = parts.length == 1 ? "0" : parts[0];
            sums.add(new Sum(money(from, currency), money(parts[parts.length - 1], currency)));
        }
        return sums;
    }

    private static Money money(String amount, Currency currency) {
        return Money.of(new BigDecimal(amount), currency);
    }
}
