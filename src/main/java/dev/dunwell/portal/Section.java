package dev.dunwell.portal;

import dev.dunwell.ledger.OpenCredit;
import dev.dunwell.messaging.Notices;
import dev.dunwell.relations.ResponseTimes;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one vendor shows a payer.
 *
 * @param customer the payer's name there
 * @param more how many items there are besides those listed
 * @param notices what the vendor wrote to them and left here, the newest first
 * @param lookedAfterBy who there looks after them
 * @param wrote who there wrote to them last
 * @param replyTo where that person is written to; may be empty
 * @param hasLogo whether the vendor has one to be known by
 * @param answers how soon they answer, null while too few answers tell
 */
public record Section(
        Place place,
        String vendor,
        String customer,
        LocalDate today,
        List<DueItems.Total> totals,
        List<DueItem> items,
        int more,
        List<OpenCredit> credits,
        List<Said> said,
        List<Notices.Notice> notices,
        Contact lookedAfterBy,
        Contact wrote,
        String replyTo,
        boolean hasLogo,
        ResponseTimes.@Nullable Typical answers) {

    /**
     * Somebody at the vendor.
     *
     * @param name may be empty
     * @param role their function, as {@link dev.dunwell.access.Role} calls it; empty when it is none of a person's
     * @param on when they wrote; null for whoever looks after them
     */
    public record Contact(
            String name, String role, @Nullable LocalDate on) {}

    /** Whether the items are of more than one customer, so that each must say whose it is. */
    public boolean isOfMany() {
        return items.stream().map(DueItem::customerId).distinct().count() > 1;
    }

    /** Those that are overdue and nobody has said anything about that puts paying off. */
    public List<DueItem> toPayNow() {
        return items.stream()
                .filter(item -> item.isOverdue(today) && item.disputed() == null && !item.isInPlan())
                .toList();
    }
}
