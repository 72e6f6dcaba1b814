package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says from whom money is whose payer was unknown. It is theirs from the day given on; before that it stays
 * unidentified in every report. Refuses money of a known payer: that is moved by {@link TransferPayment}.
 */
@Component
public class IdentifyPayment {

    private final Customers customers;
    private final Payments payments;
    private final Locks locks;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    IdentifyPayment(
            Customers customers, Payments payments, Locks locks, Audit audit, ApplicationEventPublisher events) {
        this.customers = customers;
        this.payments = payments;
        this.locks = locks;
        this.audit = audit;
        this.events = events;
    }

    /** @param on from when on, at the earliest the day it came in */
    @Transactional
    public Payment identify(Actor actor, long paymentId, long customerId, LocalDate on) {
        Customer customer = customers.require(customerId);
        Locks.Left left = locks.source(new Source.OfPayment(paymentId));
        if (left.customerId() != null) {
            throw Refusal.conflict("payer-known", "It is known who paid this. Transfer what is left of it instead.");
        } else if (on.isBefore(left.datedOn())) {
            throw BadInput.in("on", "Give " + left.datedOn() + " or later: that day it came in.");
        }
        payments.identify(paymentId, customerId, on);
        events.publishEvent(LedgerChanged.of(customerId));
        audit.write(
                actor,
                "payment.identified",
                "payment",
                paymentId,
                Map.of("customer", customer.number(), "on", on.toString()));
        return payments.byId(paymentId, LocalDate.MAX).orElseThrow(() -> new NotFound("payment"));
    }
}
