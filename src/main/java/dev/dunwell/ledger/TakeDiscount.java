package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Money;
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
 * Records that a payer took a discount off an invoice. What the terms allow on that day ({@link Discount}) settles the
 * invoice; what they do not is only kept in sight, and stays open until a person allows it ({@link AllowDiscount}).
 * Refuses more than is open, and another currency.
 */
@Component
public class TakeDiscount {

    private final Locks locks;
    private final Invoices invoices;
    private final Discounts discounts;
    private final TermsBook terms;
    private final Settle settle;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    TakeDiscount(
            Locks locks,
            Invoices invoices,
            Discounts discounts,
            TermsBook terms,
            Settle settle,
            Audit audit,
            ApplicationEventPublisher events) {
        this.locks = locks;
        this.invoices = invoices;
        this.discounts = discounts;
        this.terms = terms;
        this.settle = settle;
        this.audit = audit;
        this.events = events;
    }

    /**
     * What was taken.
     *
     * @param paymentId the payment it was taken with; null when it is not known
     * @param takenOn the day on which that money came in
     */
    public record Wanted(long invoiceId, @Nullable Long paymentId, Money amount, LocalDate takenOn) {}

    @Transactional
    public TakenDiscount take(Actor actor, Wanted wanted) {
        new Check().positive("amount", wanted.amount()).done();
        Locks.Left left = locks.invoice(wanted.invoiceId());
        check(wanted.amount(), left);
        Invoice invoice = invoices.byId(wanted.invoiceId(), LocalDate.MAX).orElseThrow(() -> new NotFound("invoice"));
        boolean earned = wanted.amount().compareTo(earned(invoice, wanted.takenOn())) <= 0;
        long id = discounts.insert(wanted, earned);
        if (earned) {
            var share = new Share(wanted.invoiceId(), wanted.amount());
            settle.share(actor, new Source.OfDiscount(id), List.of(share), wanted.takenOn());
        }
        events.publishEvent(LedgerChanged.of(invoice.customerId()));
        audit.write(
                actor,
                "discount.taken",
                "invoice",
                wanted.invoiceId(),
                Map.of("discount", id, "amount", wanted.amount().toString(), "earned", earned));
        return discounts.byId(id).orElseThrow();
    }

    /** What the invoice's terms allow on a day, less what was taken already. */
    private Money earned(Invoice invoice, LocalDate paidOn) {
        Money allowed = terms.ofInvoice(invoice.id())
                .map(TermsVersion::conditions)
                .map(agreed ->
                        Discount.due(agreed.discounts(), agreed.discountGraceDays(), invoice.bill(), paidOn)
                                .earned())
                .orElse(Money.zero(invoice.open().currency()));
        return discounts.ofInvoice(invoice.id()).stream()
                .filter(TakenDiscount::isBooked)
                .map(TakenDiscount::amount)
                .reduce(allowed, Money::minus);
    }

    private static void check(Money amount, Locks.Left invoice) {
        if (!amount.currency().equals(invoice.open().currency())) {
            throw Refusal.because(
                    "other-currency", "The invoice is in " + invoice.open().currency() + ".");
        } else if (amount.compareTo(invoice.open()) > 0) {
            throw Refusal.because(
                    "more-than-open", "Only " + invoice.open() + " of invoice " + invoice.name() + " are open.");
        }
    }
}
