package dev.dunwell.invoicing;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Organisation;
import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.Billables;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.RecordInvoice;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.ledger.TermsVersion;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues one invoice: it gets its number, becomes a fact of the ledger under the customer's terms, and what it says is
 * fixed. All of it or nothing, in one transaction, so that no number is lost and nothing is billed twice. Refuses what
 * is billed already, what is incomplete, with the whole list, and what is strange until somebody said that it is meant.
 * Its files are made afterwards, see {@link MakeFiles}.
 */
@Component
public class IssueInvoice {

    private final Billables billables;
    private final Proposals proposals;
    private final Sellers sellers;
    private final NumberSeries numbers;
    private final RecordInvoice recordInvoice;
    private final TermsBook terms;
    private final PaymentPart payment;
    private final IssuedDocuments documents;
    private final CheckAnswers answers;
    private final Audit audit;

    IssueInvoice(
            Billables billables,
            Proposals proposals,
            Sellers sellers,
            NumberSeries numbers,
            RecordInvoice recordInvoice,
            TermsBook terms,
            PaymentPart payment,
            IssuedDocuments documents,
            CheckAnswers answers,
            Audit audit) {
        this.billables = billables;
        this.proposals = proposals;
        this.sellers = sellers;
        this.numbers = numbers;
        this.recordInvoice = recordInvoice;
        this.terms = terms;
        this.payment = payment;
        this.documents = documents;
        this.answers = answers;
        this.audit = audit;
    }

    /**
     * What somebody wants to issue.
     *
     * @param billables of one customer, in one currency, not billed yet
     * @param meant what is strange and meant all the same
     */
    public record Wanted(List<Long> billables, Set<Finding.Code> meant, LocalDate today) {}

    /** @return the id of the document */
    @Transactional
    public long issue(Actor actor, Organisation organisation, Wanted wanted) {
        List<Billable> items = billables.claim(wanted.billables);
        if (items.isEmpty() || items.size() != Set.copyOf(wanted.billables).size()) {
            throw Refusal.conflict("billed-already", "Some of it is billed or withdrawn by now. Look again.");
        }
        List<Proposal> proposed = proposals.of(organisation, items, wanted.today);
        if (proposed.size() != 1) {
            throw BadInput.in("billables", "This is more than one invoice. Choose one customer, currency and order.");
        }
        Proposal proposal = proposed.getFirst();
        List<Finding> open = proposal.findings().stream()
                .filter(finding ->
                        !wanted.meant.contains(finding.code()) || finding.code().refuses())
                .toList();
        if (!open.isEmpty()) {
            throw new BadInput(open.stream()
                    .map(finding -> new Problem(0, finding.code().code(), finding.because()))
                    .toList());
        }
        return issue(actor, proposal, wanted);
    }

    private long issue(Actor actor, Proposal proposal, Wanted wanted) {
        Seller seller = sellers.current().orElseThrow();
        Draft draft = proposal.draft();
        InvoiceWords words = InvoiceWords.of(proposal.recipient().language());
        NumberSeries.Number number = numbers.next(seller.series(), wanted.today.getYear());
        Invoice invoice = recordInvoice.record(
                actor,
                new RecordInvoice.Wanted(
                                draft.customerId(),
                                number.toString(),
                                wanted.today,
                                null,
                                draft.gross(),
                                draft.orderReference(),
                                lines(draft, words))
                        .under(proposal.termsId()));
        Content content = content(proposal, seller, invoice, words, wanted.today);
        requireValid(content, proposal.recipient());
        long id = documents.insert(
                content,
                number,
                new IssuedDocuments.InLedger(draft.customerId(), invoice.id(), null, null, false),
                actor.name());
        documents.billed(proposal.billables(), id);
        answers.confirmed(proposal, invoice.id(), actor, wanted.today);
        audit.write(
                actor,
                "invoice.issued",
                "customer",
                draft.customerId(),
                Map.of("number", content.number(), "amount", draft.gross().toString()));
        return id;
    }

    private Content content(Proposal proposal, Seller seller, Invoice invoice, InvoiceWords words, LocalDate today) {
        Draft draft = proposal.draft();
        Buyer buyer = Objects.requireNonNull(proposal.recipient().buyer());
        LocalDate dueOn = invoice.bill().dueOn();
        TermsVersion agreed = terms.ofInvoice(invoice.id()).orElseThrow();
        return new Content(
                draft.kind(),
                invoice.number(),
                today,
                dueOn,
                words.language(),
                seller.party(),
                buyer.party(),
                draft.lines(),
                draft.taxes(),
                new Content.Sums(draft.net(), draft.tax(), draft.gross()),
                new Content.References(
                        proposal.recipient().number(),
                        Objects.requireNonNullElse(draft.orderReference(), ""),
                        buyer.buyerReference(),
                        "",
                        seller.exemption(),
                        draft.delivered()),
                TermsOnPaper.of(agreed.conditions(), words, today, dueOn, draft.gross()),
                payment.of(draft.customerId(), invoice.id(), draft.gross(), words.language(), today),
                agreed.conditions().discounts());
    }

    /** With its number and all, so that what is refused has taken none. */
    private static void requireValid(Content content, Proposal.Recipient recipient) {
        Buyer buyer = Objects.requireNonNull(recipient.buyer());
        String broken = buyer.form() == Buyer.Form.PDF ? "" : EInvoices.broken(EInvoices.of(content, buyer.form()));
        if (!broken.isEmpty()) {
            throw BadInput.in(
                    Finding.Code.BREAKS_RULE.code(), "As " + buyer.form().title() + " it breaks a rule. " + broken);
        }
    }

    /** The lines of the document and one for each tax, so that they sum to what is owed. */
    private static List<Invoice.Line> lines(Draft draft, InvoiceWords words) {
        List<Invoice.Line> lines = new ArrayList<>();
        for (Draft.Line line : draft.lines()) {
            lines.add(new Invoice.Line(line.description(), line.quantity(), line.unitPrice(), line.amount()));
        }
        for (Draft.TaxSum sum : draft.taxes()) {
            if (!sum.amount().isZero()) {
                String name = words.word("tax", words.number(sum.tax().percent()));
                Money amount = sum.amount();
                lines.add(new Invoice.Line(name, BigDecimal.ONE, amount.amount(), amount));
            }
        }
        return lines;
    }
}
