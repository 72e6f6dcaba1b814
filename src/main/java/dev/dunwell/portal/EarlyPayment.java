package dev.dunwell.portal;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Discount;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.ledger.TermsVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What paying an invoice early saves, as its payer is told: to the day, without the days of grace, which stay unsaid.
 */
@Component
public class EarlyPayment {

    private final Invoices invoices;
    private final TermsBook terms;

    EarlyPayment(Invoices invoices, TermsBook terms) {
        this.invoices = invoices;
        this.terms = terms;
    }

    /**
     * A way to pay less.
     *
     * @param until the last day
     * @param toPay what settles the invoice until then
     */
    public record Saving(LocalDate until, Money toPay) {}

    /** @return the earliest first; none once the days are over or anything was settled */
    @Transactional(readOnly = true)
    public List<Saving> of(long invoiceId, LocalDate today) {
        Optional<Invoice> whole = invoices.byId(invoiceId, today)
                .filter(invoice -> invoice.open().equals(invoice.bill().amount()));
        Optional<TermsVersion> agreed = terms.ofInvoice(invoiceId);
        return whole.isEmpty() || agreed.isEmpty()
                ? List.of()
                : Discount.offered(
                                agreed.get().conditions().discounts(),
                                0,
                                whole.get().bill())
                        .stream()
                        .filter(discount -> !today.isAfter(discount.lastDay()))
                        .map(discount -> new Saving(
                                discount.lastDay(), whole.get().open().minus(discount.amount())))
                        .toList();
    }
}
