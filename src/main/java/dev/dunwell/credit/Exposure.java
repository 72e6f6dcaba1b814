package dev.dunwell.credit;

import dev.dunwell.kernel.Money;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a customer and all below it owe or will, in one currency, beside the limit.
 *
 * @param limit null when there is none
 * @param open invoiced and not settled; unused credits do not lower it
 * @param unbilled delivered, not invoiced; {@code ordered} is not delivered; both as the latest source told
 * @param overdue the part of {@code open} that is overdue for longer than the policy lets be
 */
public record Exposure(@Nullable Money limit, Money open, Money unbilled, Money ordered, Money overdue) {

    public Currency currency() {
        return open.currency();
    }

    public Money total() {
        return open.plus(unbilled).plus(ordered);
    }

    /** The same with one more order. */
    public Exposure with(Money order) {
        return new Exposure(limit, open, unbilled, ordered.plus(order), overdue);
    }
}
