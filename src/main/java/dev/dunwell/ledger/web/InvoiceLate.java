package dev.dunwell.ledger.web;

import dev.dunwell.ledger.Deductions;
import dev.dunwell.ledger.Discounts;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.ledger.Source;
import dev.dunwell.ledger.WriteOffs;
import dev.dunwell.web.Choice;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what came short of an invoice or was given up, and what could bring it back. */
@Component
class InvoiceLate {

    private final Deductions deductions;
    private final Discounts discounts;
    private final WriteOffs writeOffs;
    private final OpenItems openItems;

    InvoiceLate(Deductions deductions, Discounts discounts, WriteOffs writeOffs, OpenItems openItems) {
        this.deductions = deductions;
        this.discounts = discounts;
        this.writeOffs = writeOffs;
        this.openItems = openItems;
    }

    InvoiceView.Late of(Invoice invoice, LocalDate today) {
        List<WriteOffs.Standing> lost = writeOffs.standing(invoice.id());
        List<Choice> money = lost.isEmpty() ? List.of() : money(invoice, today);
        return new InvoiceView.Late(
                deductions.ofInvoice(invoice.id()),
                discounts.ofInvoice(invoice.id()),
                lost.stream()
                        .map(w -> new Choice(String.valueOf(w.id()), w.amount().inWords() + ", " + w.reason()))
                        .toList(),
                money);
    }

    private List<Choice> money(Invoice invoice, LocalDate today) {
        return openItems.creditsOf(invoice.customerId(), today).stream()
                .filter(credit -> credit.source() instanceof Source.OfPayment)
                .filter(credit -> credit.open().currency().equals(invoice.open().currency()))
                .map(credit ->
                        new Choice(String.valueOf(credit.source().id()), credit.open() + " of " + credit.datedOn()))
                .toList();
    }
}
