package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
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
 * Takes a payment that bounced, or a credit note that was cancelled, out of the book from a day on: all it settled is
 * open again, with the discounts and small rests that were booked with it; before that day it stays as it was. Refuses
 * one that was reversed already, or of which something was paid back or went to another customer. It is undone by
 * {@link TakeBack}; what it settled is then shared out anew.
 */
@Component
public class ReverseCredit {

    private final Locks locks;
    private final Allocations allocations;
    private final Withdrawals withdrawals;
    private final Payments payments;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ReverseCredit(
            Locks locks,
            Allocations allocations,
            Withdrawals withdrawals,
            Payments payments,
            Audit audit,
            ApplicationEventPublisher events) {
        this.locks = locks;
        this.allocations = allocations;
        this.withdrawals = withdrawals;
        this.payments = payments;
        this.audit = audit;
        this.events = events;
    }

    /**
     * @param reason why, such as a cheque that bounced or a debit that failed
     * @param on from when on; taken later where the credit is, or was free again later after something was taken back
     * @return the reversal's id
     */
    @Transactional
    public long reverse(Actor actor, Source.Credit credit, String reason, LocalDate on) {
        new Check().text("reason", reason, 500).done();
        Locks.Left left = locks.source(credit);
        check(credit);
        Set<Long> customers = lockInvoices(standing(credit));
        List<Allocation> standing = standing(credit); // again, now that nobody else can touch them
        LocalDate day = Stream.of(on, left.datedOn(), locks.freeOn(credit))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (!standing.isEmpty()) {
            allocations.reverse(actor, standing.stream().map(Allocation::id).toList(), day);
        }
        LocalDate empty = Stream.of(day, locks.freeOn(credit))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        long id = withdrawals.insert(kind(credit), credit, left.amount(), empty, reason);
        if (left.customerId() != null) {
            customers.add(left.customerId());
        }
        events.publishEvent(new LedgerChanged(customers));
        audit.write(
                actor,
                "credit.reversed",
                credit.kind(),
                credit.id(),
                Map.of(
                        "amount",
                        left.amount().toString(),
                        "reason",
                        reason,
                        "effectiveOn",
                        empty.toString(),
                        "allocations",
                        standing.stream().map(Allocation::id).toList()));
        return id;
    }

    /** @return the customers whose invoices they are */
    private Set<Long> lockInvoices(List<Allocation> settled) {
        Set<Long> customers = new HashSet<>();
        for (Locks.Left invoice :
                locks.invoices(settled.stream().map(Allocation::invoiceId).toList())) {
            if (invoice.customerId() != null) {
                customers.add(invoice.customerId());
            }
        }
        return customers;
    }

    private List<Allocation> standing(Source.Credit credit) {
        return switch (credit) {
            case Source.OfPayment payment -> allocations.standingWith(payment.id());
            case Source.OfCreditNote note ->
                allocations.of(note, LocalDate.MAX).stream()
                        .filter(Allocation::isStanding)
                        .toList();
        };
    }

    private void check(Source.Credit credit) {
        for (Withdrawal gone : withdrawals.of(credit, LocalDate.MAX)) {
            if (gone.isStanding()) {
                throw switch (gone.kind()) {
                    case PAYMENT_REVERSAL, CREDIT_NOTE_REVERSAL ->
                        Refusal.conflict("already-reversed", "It was reversed on " + gone.effectiveOn() + " already.");
                    case REFUND ->
                        Refusal.because(
                                "refunded", gone.amount() + " of it were paid back. Take that refund back first.");
                    case TRANSFER ->
                        Refusal.because(
                                "transferred",
                                gone.amount() + " of it went to another customer. Take that transfer back first.");
                };
            }
        }
        if (credit instanceof Source.OfPayment payment && payments.isTransferred(payment.id())) {
            throw Refusal.because("is-transfer", "It was moved here from another customer. Take that transfer back.");
        }
    }

    private static Withdrawal.Kind kind(Source.Credit credit) {
        return switch (credit) {
            case Source.OfPayment _ -> Withdrawal.Kind.PAYMENT_REVERSAL;
            case Source.OfCreditNote _ -> Withdrawal.Kind.CREDIT_NOTE_REVERSAL;
        };
    }
}
