package dev.dunwell.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A step of an early-payment discount: so much off the gross amount when it is paid within so many days of the
 * invoice's date. {@code 2/10} is 2 % within 10 days (glossary, section 4).
 *
 * @param percent of the gross amount
 * @param days after the invoice's date; that day is the last
 */
public record DiscountStep(BigDecimal percent, int days) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,4})?)\\s*%?\\s*/\\s*(\\d{1,3})");

    /** Reads {@code 3/10, 2/20}; nothing written is no step. Refuses what it cannot read. */
    public static List<DiscountStep> parse(String written) {
        List<DiscountStep> steps = new ArrayList<>();
        if (written.isBlank()) {
            return steps;
        }
        for (String part : written.strip().split("\\s*[;+]\\s*|,\\s+", -1)) {
            Matcher step = WRITTEN.matcher(part.strip());
            if (!step.matches()) {
                throw new IllegalArgumentException("Write discounts as \"2/10\" or \"3/10, 2/20\".");
            }
            BigDecimal percent = new BigDecimal(step.group(1).replace(',', '.')).stripTrailingZeros();
            steps.add(new DiscountStep(percent, Integer.parseInt(step.group(2))));
        }
        return steps;
    }

    /** {@code 3/10, 2/20}, the form that {@link #parse} reads; empty when there is none. */
    public static String written(List<DiscountStep> steps) {
        return steps.stream().map(DiscountStep::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return percent.toPlainString() + "/" + days;
    }
}
