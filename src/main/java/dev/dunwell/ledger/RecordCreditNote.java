package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a credit note into the book and settles the invoices it names; what it does not settle the customer can still
 * use. Refuses a number that is taken, and what {@link Allocate} refuses.
 */
@Component
public class RecordCreditNote {

    private final Customers customers;
    private final CreditNotes creditNotes;
    private final Settle settle;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    RecordCreditNote(
            Customers customers,
            CreditNotes creditNotes,
            Settle settle,
            Audit audit,
            ApplicationEventPublisher events) {
        this.customers = customers;
        this.creditNotes = creditNotes;
        this.settle = settle;
        this.audit = audit;
        this.events = events;
    }

    /**
     * What was credited.
     *
     * @param shares the invoices it settles, each taking effect on its own day or the invoice's; may be empty
     */
    public record Wanted(
            long customerId,
            String number,
            LocalDate issuedOn,
            Money amount,
            @Nullable String reason,
            List<Share> shares) {}

    @Transactional
    public CreditNote record(Actor actor, Wanted wanted) {
        Customer customer = customers.require(wanted.customerId());
        new Check()
                .number("number", wanted.number())
                .positive("amount", wanted.amount())
                .optionalText("reason", wanted.reason(), 500)
                .done();
        long id = insert(wanted);
        Set<Long> moved = new HashSet<>(Set.of(customer.id()));
        moved.addAll(settle.share(actor, new Source.OfCreditNote(id), wanted.shares(), wanted.issuedOn())
                .customers());
        events.publishEvent(new LedgerChanged(moved));
        audit.write(
                actor,
                "credit-note.recorded",
                "customer",
                customer.id(),
                Map.of(
                        "number",
                        wanted.number(),
                        "amount",
                        wanted.amount().toString(),
                        "shares",
                        wanted.shares().toString()));
        return creditNotes.byId(id, LocalDate.MAX).orElseThrow();
    }

    private long insert(Wanted wanted) {
        try {
            return creditNotes.insert(wanted);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict(
                    "number-taken", "There is a credit note " + wanted.number() + " already. Give another number.");
        }
    }
}
