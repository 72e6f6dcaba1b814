package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an allocation back by recording its opposite: the invoice is open again and the money is on account again.
 * Refuses one that is taken back already.
 */
@Component
public class ReverseAllocation {

    private final Allocations allocations;
    private final Invoices invoices;
    private final Periods periods;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ReverseAllocation(
            Allocations allocations,
            Invoices invoices,
            Periods periods,
            Audit audit,
            ApplicationEventPublisher events) {
        this.allocations = allocations;
        this.invoices = invoices;
        this.periods = periods;
        this.audit = audit;
        this.events = events;
    }

    /**
     * @param effectiveOn from when on, not before the allocation itself; null: from its own day on, as if it had never
     *     been, or from the first day on which the book is open
     * @return the id of the opposite
     */
    @Transactional
    public long reverse(Actor actor, long allocationId, @Nullable LocalDate effectiveOn) {
        Allocation undone = allocations.byId(allocationId).orElseThrow(() -> new NotFound("allocation"));
        LocalDate on = effectiveOn == null ? firstOpen(undone.effectiveOn()) : effectiveOn;
        periods.requireOpen(on);
        check(undone, on);
        long id = opposite(allocationId, on);
        long customer = invoices.byId(undone.invoiceId(), LocalDate.MAX)
                .orElseThrow(() -> new NotFound("invoice"))
                .customerId();
        events.publishEvent(LedgerChanged.of(customer));
        audit.write(
                actor,
                "allocation.reversed",
                "invoice",
                undone.invoiceId(),
                Map.of("allocation", allocationId, "amount", undone.amount().toString(), "effectiveOn", on.toString()));
        return id;
    }

    private LocalDate firstOpen(LocalDate day) {
        LocalDate open = periods.firstOpen();
        return open.isAfter(day) ? open : day;
    }

    private static void check(Allocation undone, LocalDate on) {
        if (undone.reverses() != null) {
            throw Refusal.because("is-reversal", "This is a reversal itself. Allocate the amount again instead.");
        } else if (undone.reversedBy() != null) {
            throw alreadyReversed();
        } else if (on.isBefore(undone.effectiveOn())) {
            throw BadInput.in("effectiveOn", "Give " + undone.effectiveOn() + " or later: it settled nothing before.");
        }
    }

    private long opposite(long allocationId, LocalDate on) {
        try {
            return allocations.reverse(allocationId, on);
        } catch (DataIntegrityViolationException e) { // another took it back in the same moment
            throw alreadyReversed();
        }
    }

    private static Refusal alreadyReversed() {
        return Refusal.conflict("already-reversed", "It is taken back already.");
    }
}
