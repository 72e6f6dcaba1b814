package dev.dunwell.ledger;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Terms that are called by what they say: when an invoice is due, and a discount before it. They are paid by bank
 * transfer, and late payment costs nothing.
 */
final class PlainTerms {

    private static final Pattern WITH_DISCOUNT = Pattern.compile("((?:[\\d.]+/\\d+(?:, )?)+) (.+)");

    private PlainTerms() {}

    /** Reads {@code net 30} and {@code 2/10 net 30}; refuses anything else. */
    static Conditions parse(String written) {
        Matcher both = WITH_DISCOUNT.matcher(written.strip());
        boolean hasDiscount = both.matches();
        List<DiscountStep> discounts = hasDiscount ? DiscountStep.parse(both.group(1)) : List.of();
        DueRule due = DueRuleText.parse(hasDiscount ? both.group(2) : written);
        return new Conditions(due, discounts, 0, Set.of(PaymentMethod.BANK_TRANSFER), Penalties.NONE, false);
    }

    static boolean isPlain(String name) {
        try {
            return name(parse(name)).equals(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static String name(Conditions conditions) {
        return (DiscountStep.written(conditions.discounts()) + " " + conditions.due()).strip();
    }
}
