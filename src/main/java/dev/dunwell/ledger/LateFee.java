package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A fee that a stage of reminding costs: a fixed amount in the invoice's currency, or a percentage of what is open.
 *
 * @param stage 1 for the first reminder
 * @param amount in major units, or the percentage
 */
public record LateFee(int stage, BigDecimal amount, boolean isPercent) {

    private static final Pattern WRITTEN =
            Pattern.compile("(?:stage\\s+)?(\\d{1,2})\\s*:\\s*(\\d{1,9}(?:\\.\\d{1,3})?)\\s*(%?)");
    private static final int PERCENT = 2;

    /** Reads {@code 2: 5.00, 3: 2 %}; nothing written is no fee. Refuses what it cannot read. */
    public static List<LateFee> parse(String written) {
        List<LateFee> fees = new ArrayList<>();
        if (written.isBlank()) {
            return fees;
        }
        for (String part : written.strip().split("\\s*,\\s*", -1)) {
            Matcher fee = WRITTEN.matcher(part);
            if (!fee.matches()) {
                throw new IllegalArgumentException("Write fees as \"2: 5.00, 3: 10.00\" or \"3: 2 %\".");
            }
            fees.add(new LateFee(
                    Integer.parseInt(fee.group(1)),
                    new BigDecimal(fee.group(2)),
                    !fee.group(3).isEmpty()));
        }
        return fees;
    }

    /** The form that {@link #parse} reads; empty when there is none. */
    public static String written(List<LateFee> fees) {
        return fees.stream().map(LateFee::toString).collect(Collectors.joining(", "));
    }

    /** The fee in the currency of what is open; a percentage is rounded once, half-up. */
    public Money on(Money open) {
        Currency currency = open.currency();
        return Money.halfUp(isPercent ? open.amount().multiply(amount).movePointLeft(PERCENT) : amount, currency);
    }

    @Override
    public String toString() {
        return stage + ": " + amount.toPlainString() + (isPercent ? " %" : "");
    }
}
