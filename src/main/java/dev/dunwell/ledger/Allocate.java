package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Settles invoices with what is left of a payment or a credit note. Refuses more than is left, more than is open, and another
 * currency; then nothing is settled at all.
 */
@Component
public class Allocate {

    private final Settle settle;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Allocate(Settle settle, Audit audit, ApplicationEventPublisher events) {
        this.settle = settle;
        this.audit = audit;
        this.events = events;
    }

    /**
     * @param shares above zero each, in the source's currency, one for an invoice
     * @param effectiveOn from when on; taken later where the source or the invoice is dated later
     */
    @Transactional
    public void allocate(Actor actor, Source source, List<Share> shares, LocalDate effectiveOn) {
        Set<Long> customers = settle.share(source, shares, effectiveOn);
        events.publishEvent(new LedgerChanged(customers));
        audit.write(
                actor,
                "allocation.made",
                source.kind(),
                source.id(),
                Map.of("shares", shares.toString(), "effectiveOn", effectiveOn.toString()));
    }
}
