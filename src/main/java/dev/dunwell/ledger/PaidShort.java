package dev.dunwell.ledger;

import static java.util.Objects.requireNonNull;

import dev.dunwell.access.Actor;
import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks after what a payment left open of its invoices, within the act's transaction: the very amount of a discount that
 * was earned is booked as such, and of one that was not is kept in sight; a rest within the tolerance is written off.
 */
@Component
class PaidShort {

    /** The reason that stands in the write-off of a small rest. */
    static final String TOLERANCE = "tolerance";

    private static final Actor RULES = Actor.automation("cash rules");

    private final JdbcClient db;
    private final Discounts discounts;
    private final WriteOffs writeOffs;
    private final Settle settle;

    PaidShort(JdbcClient db, Discounts discounts, WriteOffs writeOffs, Settle settle) {
        this.db = db;
        this.discounts = discounts;
        this.writeOffs = writeOffs;
        this.settle = settle;
    }

    /** @param made what the payment just settled, its invoices locked already */
    void lookAfter(long paymentId, List<Allocations.Made> made) {
        if (made.isEmpty()) {
            return;
        }
        Map<Long, LocalDate> paidOn = new HashMap<>();
        made.forEach(part -> paidOn.merge(part.invoiceId(), part.effectiveOn(), (a, b) -> a.isAfter(b) ? a : b));
        discounts.shortOf(paidOn).forEach(left -> discount(paymentId, left, day(paidOn, left.invoiceId())));
        rests(paidOn).forEach(rest -> writeOff(paymentId, rest, day(paidOn, rest.invoiceId())));
    }

    private void discount(long paymentId, Discounts.Short left, LocalDate on) {
        boolean earned = left.rest().equals(left.offer().earned());
        boolean missed = left.offer().unearned().isPositive()
                && left.rest().equals(left.offer().earned().plus(left.offer().unearned()));
        if (earned || missed) {
            var wanted = new TakeDiscount.Wanted(left.invoiceId(), paymentId, left.rest(), on);
            long id = discounts.insert(wanted, earned);
            if (earned) {
                var share = new Share(left.invoiceId(), left.rest());
                settle.share(RULES, new Source.OfDiscount(id), List.of(share), on);
            }
        }
    }

    private List<Share> rests(Map<Long, LocalDate> paidOn) {
        return db.sql("""
                select i.id, i.open_amount, i.currency
                from invoice i
                join tolerance t on t.org_id = i.org_id and t.currency = i.currency
                where i.id = any(:invoices) and i.open_amount between 1 and t.amount
                order by i.id
                """)
                .param("invoices", paidOn.keySet().toArray(Long[]::new))
                .query((row, _) -> new Share(
                        row.getLong("id"), Money.ofMinor(row.getLong("open_amount"), row.getString("currency"))))
                .list();
    }

    private void writeOff(long paymentId, Share rest, LocalDate on) {
        long id = writeOffs.insert(rest, TOLERANCE, on, paymentId);
        settle.share(RULES, new Source.OfWriteOff(id), List.of(rest), on);
    }

    private static LocalDate day(Map<Long, LocalDate> paidOn, long invoiceId) {
        return requireNonNull(paidOn.get(invoiceId));
    }
}
