package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an allocation back by recording its opposite: the invoice is open again and the money is on account again.
 * Refuses one that is taken back already, what became a chargeback, and automation that would take back what anybody
 * else did.
 */
@Component
public class ReverseAllocation {

    private final Allocations allocations;
    private final Locks locks;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ReverseAllocation(Allocations allocations, Locks locks, Audit audit, ApplicationEventPublisher events) {
        this.allocations = allocations;
        this.locks = locks;
        this.audit = audit;
        this.events = events;
    }

    /**
     * @param effectiveOn from when on, not before the allocation itself; null: from its own day on, as if it had never
     *     been
     * @return the id of the opposite
     */
    @Transactional
    public long reverse(Actor actor, long allocationId, @Nullable LocalDate effectiveOn) {
        lock(find(allocationId));
        Allocation undone = find(allocationId); // again, now that nobody else can touch it
        LocalDate on = effectiveOn == null ? undone.effectiveOn() : effectiveOn;
        check(actor, undone, on);
        long id = allocations.reverse(actor, List.of(allocationId), on).getFirst();
        events.publishEvent(
                LedgerChanged.ofAny(locks.invoice(undone.invoiceId()).customerId()));
        audit.write(
                actor,
                "allocation.reversed",
                "invoice",
                undone.invoiceId(),
                Map.of("allocation", allocationId, "amount", undone.amount().toString(), "effectiveOn", on.toString()));
        return id;
    }

    private Allocation find(long id) {
        return allocations.byId(id).orElseThrow(() -> new NotFound("allocation"));
    }

    private void lock(Allocation allocation) {
        if (allocation.source() instanceof Source.Credit credit) {
            locks.source(credit);
        }
        locks.invoice(allocation.invoiceId());
    }

    private static void check(Actor actor, Allocation undone, LocalDate on) {
        if (undone.reverses() != null) {
            throw Refusal.because("is-reversal", "This is a reversal itself. Allocate the amount again instead.");
        } else if (undone.reversedBy() != null) {
            throw Refusal.conflict("already-reversed", "It is taken back already.");
        } else if (undone.source() instanceof Source.OfDeduction) {
            throw Refusal.because(
                    "charged-back", "It became a receivable of its own. Credit or write off that one instead.");
        } else if (actor.kind() == Actor.Kind.AUTOMATION && undone.madeBy() != Actor.Kind.AUTOMATION) {
            throw Refusal.because("made-by-hand", "A person decided this; automation leaves it alone.");
        } else if (on.isBefore(undone.effectiveOn())) {
            throw BadInput.in("effectiveOn", "Give " + undone.effectiveOn() + " or later: it settled nothing before.");
        }
    }
}
