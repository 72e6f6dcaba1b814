package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a payer have a discount that was not earned, or has been taken back: it settles the invoice after all. Refuses
 * automation, what is booked already, and more than is open.
 */
@Component
public class AllowDiscount {

    private final Discounts discounts;
    private final Locks locks;
    private final Settle settle;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    AllowDiscount(Discounts discounts, Locks locks, Settle settle, Audit audit, ApplicationEventPublisher events) {
        this.discounts = discounts;
        this.locks = locks;
        this.settle = settle;
        this.audit = audit;
        this.events = events;
    }

    /** @param on from when on, at the earliest the day on which it was taken */
    @Transactional
    public TakenDiscount allow(Actor actor, long discountId, LocalDate on) {
        if (actor.kind() == Actor.Kind.AUTOMATION) {
            throw Refusal.because("needs-a-person", "A person allows a discount that was not earned.");
        }
        TakenDiscount found = discounts.byId(discountId).orElseThrow(() -> new NotFound("discount"));
        Locks.Left invoice = locks.invoice(found.invoiceId());
        TakenDiscount discount = discounts.byId(discountId).orElseThrow();
        if (discount.isBooked()) {
            throw Refusal.conflict("already-booked", "It is booked already.");
        }
        var share = new Share(discount.invoiceId(), discount.amount());
        settle.share(actor, new Source.OfDiscount(discountId), List.of(share), on);
        events.publishEvent(LedgerChanged.ofAny(invoice.customerId()));
        audit.write(
                actor,
                "discount.allowed",
                "invoice",
                discount.invoiceId(),
                Map.of("discount", discountId, "amount", discount.amount().toString(), "on", on.toString()));
        return discounts.byId(discountId).orElseThrow();
    }
}
