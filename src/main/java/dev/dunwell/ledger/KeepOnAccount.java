package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says that what is left of a payment stays on account deliberately, or that it waits to be applied after all. Refuses
 * money whose payer is unknown.
 */
@Component
public class KeepOnAccount {

    private final Payments payments;
    private final Locks locks;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    KeepOnAccount(Payments payments, Locks locks, Audit audit, ApplicationEventPublisher events) {
        this.payments = payments;
        this.locks = locks;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public Payment keep(Actor actor, long paymentId, Payment.Purpose purpose) {
        Locks.Left left = locks.source(new Source.OfPayment(paymentId));
        if (left.customerId() == null) {
            throw Refusal.because("payer-unknown", "Nobody knows yet who paid this. Say so first.");
        }
        payments.keep(paymentId, purpose);
        events.publishEvent(LedgerChanged.of(left.customerId()));
        audit.write(actor, "payment.purpose-changed", "payment", paymentId, Map.of("purpose", purpose.code()));
        return payments.byId(paymentId, java.time.LocalDate.MAX).orElseThrow(() -> new NotFound("payment"));
    }
}
