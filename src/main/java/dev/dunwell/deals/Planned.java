package dev.dunwell.deals;

import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.List;

/** A deposit or a milestone as somebody wants to agree it; exactly one of percent and amount is given. */
public record Planned(Part.Kind kind, String title, Parts.Share share, LocalDate on) {

    /**
     * What it comes to, net.
     *
     * @param net all of the order or the quote; refuses to bill nothing of it, or more than is left
     * @param before the parts that were agreed already
     */
    Money amount(Money net, List<Part> before) {
        if (title.isBlank() || title.length() > 200) {
            throw BadInput.in("title", "Say in at most 200 characters what it is for.");
        } else if ((share.percent() == null) == (share.amount() == null)) {
            throw BadInput.in("percent", "Give a percentage of all of it, or an amount.");
        } else if (!net.isPositive()) {
            throw Refusal.because("order-empty", "Add what it is about first.");
        }
        Money amount = Parts.amount(net, before, share);
        Money so = Part.sum(before, net.currency());
        if (!amount.isPositive() || so.plus(amount).compareTo(net) > 0) {
            throw BadInput.in(
                    "percent",
                    "Of %s, %s are agreed already. Give more than nothing and at most what is left."
                            .formatted(net.inWords(), so.inWords()));
        }
        return amount;
    }
}
