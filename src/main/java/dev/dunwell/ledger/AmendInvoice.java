package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Changes;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts another bill in the place of an invoice's and keeps what it said before. What is settled stays settled: an
 * amount below what is or on any day was settled is refused, and so is another currency.
 */
@Component
public class AmendInvoice {

    private final Invoices invoices;
    private final Allocations allocations;
    private final Periods periods;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    AmendInvoice(
            Invoices invoices,
            Allocations allocations,
            Periods periods,
            Audit audit,
            ApplicationEventPublisher events) {
        this.invoices = invoices;
        this.allocations = allocations;
        this.periods = periods;
        this.audit = audit;
        this.events = events;
    }

    /** @return the invoice as it is now; unchanged, and nothing written, when it said the same before */
    @Transactional
    public Invoice amend(Actor actor, long invoiceId, Invoice.Bill bill) {
        Invoice before = invoices.lock(invoiceId).orElseThrow(() -> new NotFound("invoice"));
        if (before.bill().equals(bill)) {
            return before;
        }
        RecordInvoice.checkBill(bill);
        requireOpen(before.bill(), bill);
        checkSettled(allocations.mostSettled(before), bill.amount());
        checkSettledFrom(allocations.settledFrom(invoiceId), bill.issuedOn());
        invoices.amend(invoiceId, bill);
        events.publishEvent(LedgerChanged.of(before.customerId()));
        audit.write(actor, "invoice.amended", "invoice", invoiceId, Changes.between(before.bill(), bill));
        return invoices.byId(invoiceId, LocalDate.MAX).orElseThrow();
    }

    /** What only says when it is due or how it is called may change at any time: it moves no amount. */
    private void requireOpen(Invoice.Bill before, Invoice.Bill after) {
        if (!before.issuedOn().equals(after.issuedOn()) || !before.amount().equals(after.amount())) {
            periods.requireOpen(before.issuedOn());
            periods.requireOpen(after.issuedOn());
        }
    }

    private static void checkSettledFrom(Optional<LocalDate> settledFrom, LocalDate issuedOn) {
        if (settledFrom.filter(issuedOn::isAfter).isPresent()) {
            throw Refusal.because(
                    "settled-before",
                    "It was settled on %s, so it was issued then. Give that day or an earlier one, or take the settlement back first."
                            .formatted(settledFrom.get()));
        }
    }

    private static void checkSettled(Money settled, Money amount) {
        if (settled.isPositive() && !settled.currency().equals(amount.currency())) {
            throw Refusal.because(
                    "other-currency", settled + " of it are or were settled, so it stays in that currency.");
        } else if (settled.isPositive() && amount.compareTo(settled) < 0) {
            throw Refusal.because(
                    "below-settled",
                    settled + " of it are or were settled. Give at least that, or take the settlement back first.");
        }
    }
}
