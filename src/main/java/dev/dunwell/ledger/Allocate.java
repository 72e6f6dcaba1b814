package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Settles invoices with what is left of a payment or a credit note. Refuses more than is left, more than is open, and
 * another currency; then nothing is settled at all.
 */
@Component
public class Allocate {

    private final Settle settle;
    private final PaidShort paidShort;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Allocate(Settle settle, PaidShort paidShort, Audit audit, ApplicationEventPublisher events) {
        this.settle = settle;
        this.paidShort = paidShort;
        this.audit = audit;
        this.events = events;
    }

    /**
     * @param shares above zero each, in the source's currency, one for an invoice
     * @param effectiveOn from when on; null: from the first day on which both exist. It is taken later where the source
     *     or the invoice is dated later, or was free again later after a reversal
     */
    @Transactional
    public void allocate(Actor actor, Source.Credit source, List<Share> shares, @Nullable LocalDate effectiveOn) {
        if (shares.isEmpty()) {
            throw BadInput.in("allocations", "Name at least one invoice.");
        }
        Settle.Moved moved = settle.share(actor, source, shares, effectiveOn == null ? LocalDate.MIN : effectiveOn);
        if (source instanceof Source.OfPayment payment) {
            paidShort.lookAfter(payment.id(), moved.made());
        }
        events.publishEvent(new LedgerChanged(moved.customers()));
        audit.write(
                actor,
                "allocation.made",
                source.kind(),
                source.id(),
                Map.of("shares", shares.toString(), "effectiveOn", String.valueOf(effectiveOn)));
    }
}
