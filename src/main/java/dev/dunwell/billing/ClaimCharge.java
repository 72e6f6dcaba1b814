package dev.dunwell.billing;

import dev.dunwell.access.Actor;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.ledger.RecordInvoice;
import dev.dunwell.ledger.Terms;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Claims what lateness costs as a receivable of its own, {@code 2026-17/I1}, with its paper: the invoice itself stays
 * as it was sent. It falls due by the customer's terms, else after 30 days. Claims a held charge as it was held, else
 * all interest through today; refuses what was claimed, held or waived before.
 */
@Component
public class ClaimCharge {

    private static final int USUAL_DAYS = 30;

    private final Deciding deciding;
    private final Charges charges;
    private final Invoices invoices;
    private final Customers customers;
    private final TermsBook terms;
    private final RecordInvoice recordInvoice;
    private final PrintClaim printClaim;

    ClaimCharge(
            Deciding deciding,
            Charges charges,
            Invoices invoices,
            Customers customers,
            TermsBook terms,
            RecordInvoice recordInvoice,
            PrintClaim printClaim) {
        this.deciding = deciding;
        this.charges = charges;
        this.invoices = invoices;
        this.customers = customers;
        this.terms = terms;
        this.recordInvoice = recordInvoice;
        this.printClaim = printClaim;
    }

    /**
     * @param stage {@code interest}, {@code compensation} or {@code stage-2}
     * @param today the organisation's day, on which the receivable is issued
     */
    @Transactional
    public Charge claim(Actor actor, long invoiceId, String stage, LocalDate today) {
        Deciding.Matter matter = deciding.open(new Deciding.Case(actor, invoiceId, stage, today));
        Invoice origin = invoices.byId(invoiceId, today).orElseThrow(() -> new NotFound("invoice"));
        Invoice receivable = recordInvoice.record(actor, wanted(origin, matter, today));
        Charge claimed = deciding.close(
                matter,
                new Charge.Decision(
                        Charge.State.CLAIMED, null, "", receivable.id(), receivable.number(), today, actor.name()));
        printClaim.print(actor, claimed, today);
        return charges.byId(claimed.id()).orElseThrow();
    }

    private RecordInvoice.Wanted wanted(Invoice origin, Deciding.Matter matter, LocalDate today) {
        boolean isInterest = matter.kind().equals("interest");
        int claimed = charges.claimed(origin.id(), matter.kind());
        String number = origin.number() + (isInterest ? "/I" : "/F") + (claimed + 1);
        return new RecordInvoice.Wanted(
                        origin.customerId(),
                        number,
                        today,
                        dueOn(origin.customerId(), today),
                        matter.amount(),
                        origin.bill().reference(),
                        List.of())
                .as(new Invoice.Nature(isInterest ? Invoice.Kind.INTEREST : Invoice.Kind.FEE, origin.number()));
    }

    private LocalDate dueOn(long customerId, LocalDate today) {
        Optional<Terms> agreed =
                customers.byId(customerId).map(customer -> customer.profile().terms());
        return agreed.flatMap(named -> terms.inForce(named.name(), today))
                .map(version -> version.conditions().due().dueOn(today))
                .orElseGet(() -> today.plusDays(USUAL_DAYS));
    }
}
