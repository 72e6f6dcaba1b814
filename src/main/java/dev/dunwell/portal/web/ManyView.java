package dev.dunwell.portal.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.portal.DoorWords;
import dev.dunwell.portal.DueItem;
import dev.dunwell.portal.Payer;
import dev.dunwell.portal.Section;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form about several invoices of one vendor.
 *
 * @param chosen those that are ticked; null: those that are overdue and in nobody's way
 * @param latest the last day that may be named for all of them
 */
public record ManyView(
        Payer payer, DoorWords w, Section section, @Nullable List<Long> chosen, LocalDate latest) {

    public String here() {
        return "/door/" + payer.here().key();
    }

    public boolean isChosen(DueItem item) {
        return chosen == null ? section.toPayNow().contains(item) : chosen.contains(item.invoiceId());
    }

    /** An amount as its field shows it: figures alone, as this reader writes them. */
    public String figure(Money money) {
        String amount = w.amount(money);
        return amount.substring(0, amount.lastIndexOf(' '));
    }
}
