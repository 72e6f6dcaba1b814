package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings back, with money that came late, what had been given up of an invoice. The write-off is taken back, the money
 * settles its part, and what the money does not cover is written off again for the same reason; all on one day, so that
 * what is open of the invoice does not move. Refuses more than was given up or than is left of the payment.
 */
@Component
public class RecoverWriteOff {

    private final Locks locks;
    private final Allocations allocations;
    private final WriteOffs writeOffs;
    private final Settle settle;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    RecoverWriteOff(
            Locks locks,
            Allocations allocations,
            WriteOffs writeOffs,
            Settle settle,
            Audit audit,
            ApplicationEventPublisher events) {
        this.locks = locks;
        this.allocations = allocations;
        this.writeOffs = writeOffs;
        this.settle = settle;
        this.audit = audit;
        this.events = events;
    }

    /**
     * What comes back.
     *
     * @param amount above zero, in the invoice's currency
     * @param on from when on; taken later where the payment, the write-off or an earlier undoing at either is later
     */
    public record Wanted(long paymentId, long invoiceId, long writeOffId, Money amount, LocalDate on) {}

    @Transactional
    public void recover(Actor actor, Wanted wanted) {
        new Check().positive("amount", wanted.amount()).done();
        var payment = new Source.OfPayment(wanted.paymentId());
        Locks.Left money = locks.source(payment);
        locks.invoice(wanted.invoiceId());
        WriteOffs.Standing lost = writeOffs.standing(wanted.invoiceId()).stream()
                .filter(w -> w.id() == wanted.writeOffId())
                .findFirst()
                .orElseThrow(() -> new NotFound("write-off"));
        check(wanted.amount(), lost.amount());
        LocalDate on = Stream.of(
                        wanted.on(),
                        money.datedOn(),
                        lost.writtenOn(),
                        locks.freeOn(payment),
                        locks.invoiceFreeOn(wanted.invoiceId()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Set<Long> customers = move(actor, wanted, lost, on);
        events.publishEvent(new LedgerChanged(customers));
        audit.write(
                actor,
                "write-off.recovered",
                "invoice",
                wanted.invoiceId(),
                Map.of(
                        "writeOff",
                        wanted.writeOffId(),
                        "payment",
                        wanted.paymentId(),
                        "amount",
                        wanted.amount().toString(),
                        "effectiveOn",
                        on.toString()));
    }

    private static void check(Money amount, Money lost) {
        if (!amount.currency().equals(lost.currency())) {
            throw Refusal.because("other-currency", "It was written off in " + lost.currency() + ".");
        } else if (amount.compareTo(lost) > 0) {
            throw Refusal.because("more-than-written-off", "Only " + lost + " were written off.");
        }
    }

    private Set<Long> move(Actor actor, Wanted wanted, WriteOffs.Standing lost, LocalDate on) {
        allocations.reverse(actor, List.of(lost.allocationId()), on);
        var share = new Share(wanted.invoiceId(), wanted.amount());
        Settle.Moved moved = settle.share(actor, new Source.OfPayment(wanted.paymentId()), List.of(share), on);
        writeOffs.recovered(moved.made().getFirst().id(), wanted.writeOffId());
        Money rest = lost.amount().minus(wanted.amount());
        Set<Long> customers = new HashSet<>(moved.customers());
        if (rest.isPositive()) {
            var again = new Share(wanted.invoiceId(), rest);
            long id = writeOffs.insert(again, lost.reason(), on, null);
            settle.share(actor, new Source.OfWriteOff(id), List.of(again), on);
        }
        return customers;
    }
}
