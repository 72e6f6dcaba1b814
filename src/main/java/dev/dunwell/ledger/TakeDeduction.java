package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what a payer kept back of an invoice and why. Nothing is settled by it: the amount stays open until
 * {@link SettleDeduction} decides. Refuses more than is open and not kept back already, and another currency.
 */
@Component
public class TakeDeduction {

    private final Locks locks;
    private final Deductions deductions;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    TakeDeduction(Locks locks, Deductions deductions, Audit audit, ApplicationEventPublisher events) {
        this.locks = locks;
        this.deductions = deductions;
        this.audit = audit;
        this.events = events;
    }

    /**
     * What was kept back.
     *
     * @param paymentId the payment that came short; null when it is not known
     * @param note what the payer wrote; may be missing
     */
    public record Wanted(
            long invoiceId,
            @Nullable Long paymentId,
            Money amount,
            DeductionCode code,
            @Nullable String note,
            LocalDate takenOn) {}

    @Transactional
    public Deduction take(Actor actor, Wanted wanted) {
        new Check()
                .positive("amount", wanted.amount())
                .optionalText("note", wanted.note(), 500)
                .done();
        Locks.Left invoice = locks.invoice(wanted.invoiceId());
        check(wanted.amount(), invoice);
        long id = deductions.insert(wanted);
        events.publishEvent(LedgerChanged.ofAny(invoice.customerId()));
        audit.write(
                actor,
                "deduction.taken",
                "invoice",
                wanted.invoiceId(),
                Map.of(
                        "deduction",
                        id,
                        "amount",
                        wanted.amount().toString(),
                        "code",
                        wanted.code().code()));
        return deductions.byId(id).orElseThrow();
    }

    private void check(Money amount, Locks.Left invoice) {
        if (!amount.currency().equals(invoice.open().currency())) {
            throw Refusal.because(
                    "other-currency", "The invoice is in " + invoice.open().currency() + ".");
        }
        Money free = deductions.ofInvoice(invoice.id()).stream()
                .filter(deduction -> deduction.state() == Deduction.State.OPEN)
                .map(Deduction::amount)
                .reduce(invoice.open(), Money::minus);
        if (amount.compareTo(free) > 0) {
            throw Refusal.because(
                    "more-than-open",
                    free.isPositive()
                            ? "Only " + free + " of invoice " + invoice.name() + " are open and not deducted yet."
                            : "Nothing of invoice " + invoice.name() + " is open that is not deducted yet.");
        }
    }
}
