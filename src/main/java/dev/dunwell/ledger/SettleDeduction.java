package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides what becomes of a deduction: a credit note or a write-off settles it, it is rejected and stays open on its
 * invoice, or it becomes a receivable of its own. Refuses one that is decided already, and one of which less is open.
 */
@Component
public class SettleDeduction {

    private final Deductions deductions;
    private final Locks locks;
    private final RecordInvoice recordInvoice;
    private final RecordCreditNote recordCreditNote;
    private final WriteOff writeOff;
    private final Settle settle;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    SettleDeduction(
            Deductions deductions,
            Locks locks,
            RecordInvoice recordInvoice,
            RecordCreditNote recordCreditNote,
            WriteOff writeOff,
            Settle settle,
            Audit audit,
            ApplicationEventPublisher events) {
        this.deductions = deductions;
        this.locks = locks;
        this.recordInvoice = recordInvoice;
        this.recordCreditNote = recordCreditNote;
        this.writeOff = writeOff;
        this.settle = settle;
        this.audit = audit;
        this.events = events;
    }

    /** What somebody decides. */
    public sealed interface Decision {}

    /** The payer is right: a credit note with this number settles it. */
    public record Credit(String creditNoteNumber) implements Decision {}

    /** The payer is not right, but it is not worth the argument. */
    public record GiveUp(String reason) implements Decision {}

    /** The payer is not right: the invoice stays open by it. */
    public record Reject() implements Decision {}

    /** The payer is not right: it leaves the invoice and is asked for under a number of its own. */
    public record ChargeBack(String invoiceNumber) implements Decision {}

    @Transactional
    public Deduction settle(Actor actor, long deductionId, Decision decision, LocalDate on) {
        Deduction found = deductions.byId(deductionId).orElseThrow(() -> new NotFound("deduction"));
        Locks.Left invoice = locks.invoice(found.invoiceId());
        Deduction deduction = deductions.lock(deductionId).orElseThrow();
        check(deduction, invoice, decision);
        LocalDate day = Stream.of(on, deduction.takenOn(), locks.invoiceFreeOn(invoice.id()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        switch (decision) {
            case Credit credit -> credit(actor, deduction, credit, day);
            case GiveUp giveUp -> giveUp(actor, deduction, giveUp, day);
            case Reject _ ->
                deductions.settle(deductionId, Deduction.State.REJECTED, day, actor.name(), Deductions.Result.NOTHING);
            case ChargeBack chargeBack -> chargeBack(actor, deduction, chargeBack, day);
        }
        events.publishEvent(LedgerChanged.of(deduction.customerId()));
        audit.write(
                actor,
                "deduction.settled",
                "invoice",
                deduction.invoiceId(),
                Map.of("deduction", deductionId, "decision", decision.toString(), "on", day.toString()));
        return deductions.byId(deductionId).orElseThrow();
    }

    private static void check(Deduction deduction, Locks.Left invoice, Decision decision) {
        if (deduction.state() != Deduction.State.OPEN) {
            throw Refusal.conflict(
                    "already-settled",
                    "It is decided already: " + deduction.state().words() + ".");
        } else if (!(decision instanceof Reject) && deduction.amount().compareTo(invoice.open()) > 0) {
            throw Refusal.because(
                    "more-than-open",
                    "Only %s of invoice %s are open, less than was deducted. Reject the deduction."
                            .formatted(invoice.open(), invoice.name()));
        }
    }

    private static Share share(Deduction deduction) {
        return new Share(deduction.invoiceId(), deduction.amount());
    }

    private void credit(Actor actor, Deduction deduction, Credit credit, LocalDate on) {
        CreditNote note = recordCreditNote.record(
                actor,
                new RecordCreditNote.Wanted(
                        deduction.customerId(),
                        credit.creditNoteNumber,
                        on,
                        deduction.amount(),
                        deduction.code().words(),
                        List.of(share(deduction))));
        var result = new Deductions.Result(note.id(), null, null);
        deductions.settle(deduction.id(), Deduction.State.CREDITED, on, actor.name(), result);
    }

    private void giveUp(Actor actor, Deduction deduction, GiveUp giveUp, LocalDate on) {
        long id = writeOff.writeOff(actor, share(deduction), giveUp.reason, on);
        var result = new Deductions.Result(null, id, null);
        deductions.settle(deduction.id(), Deduction.State.WRITTEN_OFF, on, actor.name(), result);
    }

    /** What leaves the invoice is a receivable of the same amount, due at once, on the same day. */
    private void chargeBack(Actor actor, Deduction deduction, ChargeBack chargeBack, LocalDate on) {
        var nature = new Invoice.Nature(Invoice.Kind.CHARGEBACK, deduction.invoiceNumber());
        Invoice receivable = recordInvoice.record(
                actor,
                RecordInvoice.Wanted.of(deduction.customerId(), chargeBack.invoiceNumber, on, on, deduction.amount())
                        .as(nature));
        var result = new Deductions.Result(null, null, receivable.id());
        deductions.settle(deduction.id(), Deduction.State.CHARGED_BACK, on, actor.name(), result);
        settle.share(actor, new Source.OfDeduction(deduction.id()), List.of(share(deduction)), on);
    }
}
