package dev.dunwell.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What terms say. {@link TermsRules} refuses what is missing or contradicts itself.
 *
 * @param discounts for early payment, of the gross amount
 * @param discountGraceDays added silently to each window
 * @param methods how one may pay
 * @param longTimeAgreed whether more than 60 days were expressly agreed
 */
public record Conditions(
        DueRule due,
        List<DiscountStep> discounts,
        int discountGraceDays,
        Set<PaymentMethod> methods,
        Penalties penalties,
        boolean longTimeAgreed) {

    public Conditions {
        discounts = List.copyOf(discounts);
        methods = Set.copyOf(methods);
    }

    /** Everything they say, each in words under its heading, in the order of reading. */
    public Map<String, String> inWords() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("Due", due.toString());
        words.put("Early-payment discount", discounts.isEmpty() ? "none" : DiscountStep.written(discounts));
        words.put("Grace for discounts", discountGraceDays + " days");
        words.put(
                "Accepted methods",
                methods.stream().sorted().map(PaymentMethod::title).collect(Collectors.joining(", ")));
        words.put("Late payment", penalties.toString());
        words.put("More than 60 days expressly agreed", longTimeAgreed ? "yes" : "no");
        return words;
    }
}
