package dev.dunwell.ledger;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Terms as somebody wants them; what must be there may still be missing. {@link TermsRules} says what is wrong. */
public record TermsDraft(
        @Nullable DueRule due,
        List<DiscountStep> discounts,
        int discountGraceDays,
        Set<PaymentMethod> methods,
        @Nullable Penalties penalties,
        boolean longTimeAgreed) {

    public TermsDraft {
        discounts = List.copyOf(discounts);
        methods = Set.copyOf(methods);
    }

    /** What was agreed; only after {@link TermsRules} found nothing wrong. */
    Conditions conditions() {
        return new Conditions(
                Objects.requireNonNull(due),
                discounts,
                discountGraceDays,
                methods,
                Objects.requireNonNull(penalties),
                longTimeAgreed);
    }
}
