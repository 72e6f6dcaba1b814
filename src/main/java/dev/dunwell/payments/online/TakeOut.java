package dev.dunwell.payments.online;

import static dev.dunwell.payments.online.RecordOnlinePayment.GATEWAY;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Allocate;
import dev.dunwell.ledger.Allocation;
import dev.dunwell.ledger.Allocations;
import dev.dunwell.ledger.Payments;
import dev.dunwell.ledger.RefundCredit;
import dev.dunwell.ledger.ReverseAllocation;
import dev.dunwell.ledger.ReverseCredit;
import dev.dunwell.ledger.Share;
import dev.dunwell.ledger.Source;
import dev.dunwell.ledger.TakeBack;
import dev.dunwell.ledger.Withdrawal;
import dev.dunwell.ledger.Withdrawals;
import dev.dunwell.payments.online.OnlinePayment.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Takes out of the book what a gateway gave back to the payer, within the transaction of the act that asks: all of it
 * by reversing the payment, a part of it as a refund that opens the invoices again as far as needed. A chargeback that
 * was won brings the payment back.
 */
@Component
class TakeOut {

    private final OnlinePayments online;
    private final Payments payments;
    private final Allocations allocations;
    private final Withdrawals withdrawals;
    private final Acts acts;

    TakeOut(OnlinePayments online, Payments payments, Allocations allocations, Withdrawals withdrawals, Acts acts) {
        this.online = online;
        this.payments = payments;
        this.allocations = allocations;
        this.withdrawals = withdrawals;
        this.acts = acts;
    }

    /** What can be done with money that is in the book. */
    @Component
    record Acts(
            ReverseCredit reverse,
            RefundCredit refund,
            ReverseAllocation reverseAllocation,
            Allocate allocate,
            TakeBack takeBack) {}

    /** @param gone what is gone of the amount now, from nothing to all of it */
    void until(OnlinePayment payment, Money gone, LocalDate today) {
        Money before = payment.gone();
        var credit = new Source.OfPayment(Objects.requireNonNull(payment.paymentId()));
        String reason = "Went back to the payer by " + payment.provider().title();
        if (gone.equals(before)) {
            return;
        } else if (gone.compareTo(before) < 0) {
            bringBack(payment, credit, today);
        } else if (before.isZero() && gone.equals(payment.amount())) {
            acts.reverse.reverse(GATEWAY, credit, reason, today);
        } else {
            refund(credit, gone.minus(before), reason, today);
        }
        online.went(payment.id(), gone, gone.isZero() ? State.PAID : State.RETURNED);
    }

    private void refund(Source.OfPayment credit, Money amount, String reason, LocalDate today) {
        List<Allocation> standing = allocations.of(credit, LocalDate.MAX).stream()
                .filter(Allocation::isStanding)
                .toList()
                .reversed();
        Money missing = amount.minus(left(credit));
        for (Allocation allocation : standing) {
            if (missing.isPositive()) {
                acts.reverseAllocation.reverse(GATEWAY, allocation.id(), later(today, allocation.effectiveOn()));
                Money rest = allocation.amount().minus(missing);
                if (rest.isPositive()) {
                    acts.allocate.allocate(GATEWAY, credit, List.of(new Share(allocation.invoiceId(), rest)), today);
                }
                missing = missing.minus(allocation.amount());
            }
        }
        acts.refund.refund(GATEWAY, credit, amount, reason, today);
    }

    private Money left(Source.OfPayment credit) {
        return payments.byId(credit.id(), LocalDate.MAX).orElseThrow().unapplied();
    }

    /** The money is there again, for what it paid before. */
    private void bringBack(OnlinePayment payment, Source.OfPayment credit, LocalDate today) {
        for (Withdrawal gone : withdrawals.of(credit, LocalDate.MAX)) {
            if (gone.isStanding()) {
                acts.takeBack.takeBack(GATEWAY, gone.kind(), gone.id(), later(today, gone.effectiveOn()));
            }
        }
        acts.allocate.allocate(GATEWAY, credit, online.shares(payment), today);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
