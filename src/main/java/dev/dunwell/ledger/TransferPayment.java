package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves what is left of a payment, or a part of it, to another customer: it leaves here and is a payment there, on the
 * same day and of the same amount. Refuses more than is left, and money whose payer is unknown. It is undone by
 * {@link TakeBack}.
 */
@Component
public class TransferPayment {

    private final Customers customers;
    private final Payments payments;
    private final Withdraw withdraw;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    TransferPayment(
            Customers customers, Payments payments, Withdraw withdraw, Audit audit, ApplicationEventPublisher events) {
        this.customers = customers;
        this.payments = payments;
        this.withdraw = withdraw;
        this.audit = audit;
        this.events = events;
    }

    /**
     * What goes where.
     *
     * @param amount above zero, in the payment's currency
     * @param on from when on; taken later where the payment is, or was free again later
     */
    public record Wanted(long paymentId, long toCustomerId, Money amount, String reason, LocalDate on) {}

    /** @return the payment it is there */
    @Transactional
    public Payment transfer(Actor actor, Wanted wanted) {
        Customer to = customers.require(wanted.toCustomerId());
        var from = new Source.OfPayment(wanted.paymentId());
        Withdraw.Done done =
                withdraw.from(from, Withdrawal.Kind.TRANSFER, wanted.amount(), wanted.reason(), wanted.on());
        if (done.customerId() == null) {
            throw BadInput.in("payment", "Nobody knows yet who paid this. Say that it is from " + to.number() + ".");
        } else if (Objects.equals(done.customerId(), to.id())) {
            throw BadInput.in("customer", "It is the money of customer " + to.number() + " already.");
        }
        long there = payments.insertTransferred(done.id(), to.id(), done.on());
        events.publishEvent(new LedgerChanged(Set.of(done.customerId(), to.id())));
        audit.write(
                actor,
                "payment.transferred",
                "payment",
                wanted.paymentId(),
                Map.of(
                        "transfer",
                        done.id(),
                        "to",
                        to.number(),
                        "payment",
                        there,
                        "amount",
                        wanted.amount().toString(),
                        "reason",
                        wanted.reason()));
        return payments.byId(there, LocalDate.MAX).orElseThrow();
    }
}
