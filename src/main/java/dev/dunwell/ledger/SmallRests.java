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
 * Writes off what a payment left open of its invoices where it is within the tolerance, within the act's transaction.
 */
@Component
class SmallRests {

    /** The reason that stands in each such write-off. */
    static final String REASON = "tolerance";

    private static final Actor TOLERANCE = Actor.automation(REASON);

    private final JdbcClient db;
    private final WriteOffs writeOffs;
    private final Settle settle;

    SmallRests(JdbcClient db, WriteOffs writeOffs, Settle settle) {
        this.db = db;
        this.writeOffs = writeOffs;
        this.settle = settle;
    }

    /** @param made what the payment just settled, its invoices locked already */
    void writeOff(long paymentId, List<Allocations.Made> made) {
        Map<Long, LocalDate> settledOn = new HashMap<>();
        made.forEach(part -> settledOn.merge(part.invoiceId(), part.effectiveOn(), (a, b) -> a.isAfter(b) ? a : b));
        List<Share> rests = db.sql("""
                select i.id, i.open_amount, i.currency
                from invoice i
                join tolerance t on t.org_id = i.org_id and t.currency = i.currency
                where i.id = any(:invoices) and i.open_amount between 1 and t.amount
                order by i.id
                """)
                .param("invoices", settledOn.keySet().toArray(Long[]::new))
                .query((row, _) -> new Share(
                        row.getLong("id"), Money.ofMinor(row.getLong("open_amount"), row.getString("currency"))))
                .list();
        for (Share rest : rests) {
            LocalDate on = requireNonNull(settledOn.get(rest.invoiceId()));
            long id = writeOffs.insert(rest, REASON, on, paymentId);
            settle.share(TOLERANCE, new Source.OfWriteOff(id), List.of(rest), on);
        }
    }
}
