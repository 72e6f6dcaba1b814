package dev.dunwell.invoicing;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.CreditNote;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.ledger.RecordCreditNote;
import dev.dunwell.ledger.Share;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Credits some of an issued invoice, line by line, with a credit note of its own number and the tax of these lines:
 * what is open of the invoice is settled by it, what was paid becomes the customer's credit. Refuses more of a line
 * than it billed and was not credited, lines that take something off, and an invoice that was taken back as a whole.
 */
@Component
public class CreditLines {

    private static final String SERIES = "C";

    private final IssuedDocuments documents;
    private final CreditedLines creditedLines;
    private final Invoices invoices;
    private final NumberSeries numbers;
    private final RecordCreditNote recordCreditNote;
    private final Sellers sellers;
    private final Audit audit;

    CreditLines(
            IssuedDocuments documents,
            CreditedLines creditedLines,
            Invoices invoices,
            NumberSeries numbers,
            RecordCreditNote recordCreditNote,
            Sellers sellers,
            Audit audit) {
        this.documents = documents;
        this.creditedLines = creditedLines;
        this.invoices = invoices;
        this.numbers = numbers;
        this.recordCreditNote = recordCreditNote;
        this.sellers = sellers;
        this.audit = audit;
    }

    /**
     * What somebody wants to credit.
     *
     * @param amounts net by line of the document, counted from zero; each above zero
     */
    public record Wanted(long documentId, Map<Integer, Money> amounts, String reason) {

        public Wanted {
            amounts = Map.copyOf(amounts);
        }
    }

    /** @return the id of the credit note's document */
    @Transactional
    public long credit(Actor actor, Wanted wanted, LocalDate today) {
        if (wanted.reason.isBlank() || wanted.amounts.isEmpty()) {
            throw BadInput.in("reason", "Say how much of which line is credited, and why: the customer will ask.");
        }
        Issued issued = documents.locked(wanted.documentId).orElseThrow(() -> new NotFound("document"));
        Long invoiceId = issued.invoiceId();
        if (invoiceId == null || issued.creditedBy() != null) {
            throw Refusal.conflict("credited-already", "It is a credit note, or was taken back by one already.");
        }
        List<Draft.Line> lines = lines(issued, wanted);
        Invoice invoice = invoices.byId(invoiceId, today).orElseThrow(() -> new NotFound("invoice"));
        Seller seller = sellers.current().orElseThrow();
        NumberSeries.Number number = numbers.next(seller.series() + SERIES, today.getYear());
        Content content = CreditInvoice.content(issued.content(), lines, number, today);
        Money gross = content.sums().gross();
        Money share = gross.compareTo(invoice.open()) < 0 ? gross : invoice.open();
        CreditNote note = recordCreditNote.record(
                actor,
                new RecordCreditNote.Wanted(
                        issued.customerId(),
                        number.toString(),
                        today,
                        gross,
                        wanted.reason.strip(),
                        share.isPositive() ? List.of(new Share(invoiceId, share)) : List.of()));
        return kept(actor, issued, wanted, content, number, note);
    }

    private long kept(
            Actor actor, Issued issued, Wanted wanted, Content content, NumberSeries.Number number, CreditNote note) {
        long id = documents.insert(
                content,
                number,
                new IssuedDocuments.InLedger(issued.customerId(), null, note.id(), issued.id(), true),
                actor.name());
        creditedLines.note(id, wanted.amounts);
        audit.write(
                actor,
                "invoice.credited-partly",
                "customer",
                issued.customerId(),
                Map.of(
                        "number", issued.number(),
                        "creditNote", number.toString(),
                        "amount", content.sums().gross().toString(),
                        "reason", wanted.reason.strip()));
        return id;
    }

    private List<Draft.Line> lines(Issued issued, Wanted wanted) {
        Map<Integer, Money> before = creditedLines.of(issued.id());
        List<Draft.Line> all = issued.content().lines();
        List<Draft.Line> lines = new ArrayList<>();
        new TreeMap<>(wanted.amounts).forEach((at, amount) -> {
            if (at < 0 || at >= all.size()) {
                throw new NotFound("line");
            }
            Draft.Line line = all.get(at);
            Money left = line.amount().minus(before.getOrDefault(at, Money.zero(amount.currency())));
            if (!amount.isPositive() || amount.compareTo(left) > 0) {
                throw BadInput.in(
                        "line" + at,
                        "Of \"%s\", %s can be credited. Give more than nothing and at most that."
                                .formatted(line.description(), left.inWords()));
            }
            lines.add(amount.equals(line.amount()) ? line : part(line, amount));
        });
        return lines;
    }

    /** As one piece, since its quantity says nothing of a part. */
    private static Draft.Line part(Draft.Line line, Money amount) {
        return new Draft.Line(
                line.description(), BigDecimal.ONE, "unit", amount.amount(), amount, line.tax(), line.delivered());
    }
}
