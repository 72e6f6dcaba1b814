package dev.dunwell.demo;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Allocate;
import dev.dunwell.ledger.Allocation;
import dev.dunwell.ledger.Allocations;
import dev.dunwell.ledger.CreditNotes;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.RecordCreditNote;
import dev.dunwell.ledger.RecordInvoice;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.RecordPayment.Use;
import dev.dunwell.ledger.ReverseAllocation;
import dev.dunwell.ledger.Share;
import dev.dunwell.ledger.Source;
import dev.dunwell.ledger.WriteOff;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is billed, credited, paid and given up in a story. */
@Component
class LedgerVerbs implements Verb.Source {

    /** The acts of the ledger. */
    @Component
    record Acts(
            RecordInvoice recordInvoice,
            RecordCreditNote recordCreditNote,
            RecordPayment recordPayment,
            Allocate allocate,
            ReverseAllocation reverseAllocation,
            WriteOff writeOff) {}

    private final Names names;
    private final CreditNotes creditNotes;
    private final Allocations allocations;
    private final Acts acts;

    LedgerVerbs(Names names, CreditNotes creditNotes, Allocations allocations, Acts acts) {
        this.names = names;
        this.creditNotes = creditNotes;
        this.allocations = allocations;
        this.acts = acts;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(
                new Verb("invoice NUMBER CUSTOMER AMOUNT CURRENCY [issued DATE] [due DATE]", this::invoice),
                new Verb("credit-note NUMBER CUSTOMER AMOUNT CURRENCY [for INVOICE]", this::creditNote),
                new Verb("payment INVOICE|CUSTOMER AMOUNT CURRENCY [oldest-first] [reference \"TEXT\"]", this::payment),
                new Verb("apply CREDIT-NOTE INVOICE AMOUNT CURRENCY", this::apply),
                new Verb("reverse INVOICE", this::reverse),
                new Verb("write-off INVOICE AMOUNT CURRENCY \"REASON\"", this::writeOff));
    }

    /** Issued on the day of the line unless it says otherwise, and due by the customer's terms. */
    private void invoice(Scene scene, Words words) {
        String number = words.next("NUMBER");
        Customer customer = names.customer(words);
        Money amount = words.money();
        LocalDate issuedOn = words.dateAfter("issued", scene.today());
        LocalDate dueOn = words.skip("due") ? words.date() : null;
        words.checkNoneLeft();
        acts.recordInvoice.record(
                scene.actor(),
                new RecordInvoice.Wanted(customer.id(), number, issuedOn, dueOn, amount, null, List.of()));
    }

    private void creditNote(Scene scene, Words words) {
        String number = words.next("NUMBER");
        Customer customer = names.customer(words);
        Money amount = words.money();
        List<Share> shares =
                words.skip("for") ? List.of(new Share(names.invoice(words).id(), amount)) : List.of();
        words.checkNoneLeft();
        acts.recordCreditNote.record(
                scene.actor(), new RecordCreditNote.Wanted(customer.id(), number, scene.today(), amount, null, shares));
    }

    /** Money for the invoice that is named; of a customer, on account or for what is due first. */
    private void payment(Scene scene, Words words) {
        Names.Party payer = names.party(words);
        Money amount = words.money();
        Use rest = words.skip("oldest-first") ? Use.OLDEST_FIRST : Use.UNAPPLIED;
        String reference = words.after("reference", "");
        words.checkNoneLeft();
        Long invoice = payer.invoiceId();
        Use use = invoice == null ? rest : Use.named(new Share(invoice, amount));
        acts.recordPayment.record(
                scene.actor(),
                new RecordPayment.Wanted(
                        payer.customerId(), scene.today(), amount, reference.isBlank() ? null : reference, null, use));
    }

    private void apply(Scene scene, Words words) {
        String number = words.next("CREDIT-NOTE");
        Source.Credit creditNote = creditNotes
                .byNumber(number, scene.today())
                .map(note -> new Source.OfCreditNote(note.id()))
                .orElseThrow(() -> words.mistake("There is no credit note " + number + "."));
        var share = new Share(names.invoice(words).id(), words.money());
        words.checkNoneLeft();
        acts.allocate.allocate(scene.actor(), creditNote, List.of(share), scene.today());
    }

    /** Takes back what settled the invoice last. */
    private void reverse(Scene scene, Words words) {
        Invoice invoice = names.invoice(words);
        words.checkNoneLeft();
        Allocation last = allocations.ofInvoice(invoice.id(), scene.today()).stream()
                .filter(a -> a.reverses() == null && a.reversedBy() == null)
                .reduce((a, b) -> b)
                .orElseThrow(() -> words.mistake("Nothing settles " + invoice.number() + " yet."));
        acts.reverseAllocation.reverse(scene.actor(), last.id(), scene.today());
    }

    private void writeOff(Scene scene, Words words) {
        var share = new Share(names.invoice(words).id(), words.money());
        String reason = words.next("REASON");
        words.checkNoneLeft();
        acts.writeOff.writeOff(scene.actor(), share, reason, scene.today());
    }
}
