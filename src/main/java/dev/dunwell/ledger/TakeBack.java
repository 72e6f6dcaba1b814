package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a refund, a transfer, or the reversal of a payment or credit note back by recording its opposite: the amount is
 * left to be used again. Refuses one that is taken back already, and a transfer of which something was used since.
 */
@Component
public class TakeBack {

    private final Locks locks;
    private final Withdrawals withdrawals;
    private final Payments payments;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    TakeBack(Locks locks, Withdrawals withdrawals, Payments payments, Audit audit, ApplicationEventPublisher events) {
        this.locks = locks;
        this.withdrawals = withdrawals;
        this.payments = payments;
        this.audit = audit;
        this.events = events;
    }

    /**
     * @param on from when on, not before its own day; null: from its own day on, as if it had never been. That of a
     *     transfer is taken later where something was taken back at its other half later
     * @return the id of the opposite
     */
    @Transactional
    public long takeBack(Actor actor, Withdrawal.Kind kind, long id, @Nullable LocalDate on) {
        Source.Credit credit = find(kind, id).credit();
        Set<Long> customers = new HashSet<>();
        add(customers, locks.source(credit));
        Withdrawal undone = find(kind, id); // again, now that nobody else can touch it
        LocalDate day = on == null ? undone.effectiveOn() : on;
        check(undone, day);
        if (kind == Withdrawal.Kind.TRANSFER) {
            day = emptyOtherHalf(undone, day, customers);
        }
        long opposite = withdrawals.reverse(undone, day);
        events.publishEvent(new LedgerChanged(customers));
        audit.write(
                actor,
                kind.code() + ".taken-back",
                credit.kind(),
                credit.id(),
                Map.of("id", id, "amount", undone.amount().toString(), "effectiveOn", day.toString()));
        return opposite;
    }

    private Withdrawal find(Withdrawal.Kind kind, long id) {
        return withdrawals.byId(kind, id).orElseThrow(() -> new NotFound(kind.words()));
    }

    private void check(Withdrawal undone, LocalDate on) {
        if (undone.reverses() != null) {
            throw Refusal.because("is-reversal", "This takes something back itself. Record it anew instead.");
        } else if (undone.reversedBy() != null) {
            throw Refusal.conflict("already-reversed", "It is taken back already.");
        } else if (undone.kind() == Withdrawal.Kind.PAYMENT_REVERSAL
                && payments.isTransferred(undone.credit().id())) {
            throw Refusal.because("is-transfer", "A transfer was taken back by this. Transfer the money again.");
        } else if (on.isBefore(undone.effectiveOn())) {
            throw BadInput.in("effectiveOn", "Give " + undone.effectiveOn() + " or later: it was not there before.");
        }
    }

    /** The payment there is gone on the day on which the money is here again. */
    private LocalDate emptyOtherHalf(Withdrawal transfer, LocalDate on, Set<Long> customers) {
        var there = new Source.OfPayment(withdrawals.broughtBy(transfer.id()).orElseThrow());
        Locks.Left left = locks.source(there);
        Money amount = transfer.amount();
        if (!left.open().equals(amount)) {
            throw Refusal.because(
                    "transfer-used",
                    "Only " + left.open() + " of " + amount + " are left there. Take back what it was used for first.");
        }
        LocalDate free = locks.freeOn(there);
        LocalDate day = free.isAfter(on) ? free : on;
        withdrawals.insert(Withdrawal.Kind.PAYMENT_REVERSAL, there, amount, day, "transfer taken back");
        add(customers, left);
        return day;
    }

    private static void add(Set<Long> customers, Locks.Left left) {
        if (left.customerId() != null) {
            customers.add(left.customerId());
        }
    }
}
