package dev.dunwell.invoicing;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.agreements.RebillWork;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.CreditNote;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.ledger.RecordCreditNote;
import dev.dunwell.ledger.Share;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an issued invoice back as a whole with a credit note of its own number: what is open of it is settled, what was
 * paid becomes the customer's credit. What it billed can be billed anew, after somebody has looked. Refuses a credit
 * note, and what was taken back already, also partly ({@link CreditLines}).
 */
@Component
public class CreditInvoice {

    private static final String SERIES = "C";

    private final IssuedDocuments documents;
    private final Invoices invoices;
    private final NumberSeries numbers;
    private final RecordCreditNote recordCreditNote;
    private final RebillWork rebillWork;
    private final Sellers sellers;
    private final CreditedLines creditedLines;
    private final Audit audit;

    CreditInvoice(
            IssuedDocuments documents,
            Invoices invoices,
            NumberSeries numbers,
            RecordCreditNote recordCreditNote,
            RebillWork rebillWork,
            Sellers sellers,
            CreditedLines creditedLines,
            Audit audit) {
        this.documents = documents;
        this.invoices = invoices;
        this.numbers = numbers;
        this.recordCreditNote = recordCreditNote;
        this.rebillWork = rebillWork;
        this.sellers = sellers;
        this.creditedLines = creditedLines;
        this.audit = audit;
    }

    /**
     * @param isBilledAnew whether what stands on it is to be billed again
     * @return the id of the credit note's document
     */
    @Transactional
    public long credit(Actor actor, long documentId, String reason, boolean isBilledAnew, LocalDate today) {
        if (reason.isBlank()) {
            throw BadInput.in("reason", "Say why: the customer will ask.");
        }
        Issued issued = creditable(documentId);
        long invoiceId = Objects.requireNonNull(issued.invoiceId());
        Invoice invoice = invoices.byId(invoiceId, today).orElseThrow(() -> new NotFound("invoice"));
        Seller seller = sellers.current().orElseThrow();
        NumberSeries.Number number = numbers.next(seller.series() + SERIES, today.getYear());
        Content content = content(issued.content(), issued.content().lines(), number, today);
        Money open = invoice.open();
        CreditNote note = recordCreditNote.record(
                actor,
                new RecordCreditNote.Wanted(
                        issued.customerId(),
                        number.toString(),
                        today,
                        content.sums().gross(),
                        reason.strip(),
                        open.isPositive() ? List.of(new Share(invoiceId, open)) : List.of()));
        long id = documents.insert(
                content,
                number,
                new IssuedDocuments.InLedger(issued.customerId(), null, note.id(), documentId, false),
                actor.name());
        if (isBilledAnew) {
            rebillWork.again(actor, documents.billables(documentId), issued.number());
        }
        audit.write(
                actor,
                "invoice.credited",
                "customer",
                issued.customerId(),
                Map.of("number", issued.number(), "creditNote", number.toString(), "reason", reason.strip()));
        return id;
    }

    private Issued creditable(long documentId) {
        Issued issued = documents.locked(documentId).orElseThrow(() -> new NotFound("document"));
        if (issued.invoiceId() == null || issued.creditedBy() != null) {
            throw Refusal.conflict("credited-already", "It is a credit note, or was taken back by one already.");
        } else if (!creditedLines.of(documentId).isEmpty()) {
            throw Refusal.conflict("credited-partly", "Some of it is credited already. Credit the rest by its lines.");
        }
        return issued;
    }

    /** @param lines those of the invoice that are taken back, or parts of them */
    static Content content(Content of, List<Draft.Line> lines, NumberSeries.Number number, LocalDate today) {
        List<Draft.TaxSum> taxes = Draft.taxes(lines);
        Money zero = Money.zero(of.sums().gross().currency());
        Money net = lines.stream().map(Draft.Line::amount).reduce(zero, Money::plus);
        Money tax = taxes.stream().map(Draft.TaxSum::amount).reduce(zero, Money::plus);
        Content.References to = of.references();
        return new Content(
                Draft.Kind.CREDIT_NOTE,
                number.toString(),
                today,
                null,
                of.language(),
                of.seller(),
                of.buyer(),
                lines,
                taxes,
                new Content.Sums(net, tax, net.plus(tax)),
                new Content.References(
                        to.customer(), to.order(), to.buyer(), of.number(), to.exemption(), to.delivered()),
                List.of(InvoiceWords.of(of.language()).word("terms.credit", of.number())),
                of.payment(),
                List.of());
    }
}
