package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.CreditNotes;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.IdentifyPayment;
import dev.dunwell.ledger.KeepOnAccount;
import dev.dunwell.ledger.Payment;
import dev.dunwell.ledger.Payments;
import dev.dunwell.ledger.RefundCredit;
import dev.dunwell.ledger.ReverseCredit;
import dev.dunwell.ledger.Source;
import dev.dunwell.ledger.TakeBack;
import dev.dunwell.ledger.TransferPayment;
import dev.dunwell.ledger.Withdrawal;
import dev.dunwell.ledger.Withdrawals;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of payments and credit notes other than settling invoices; amounts are decimals as text. */
@RestController
class CreditActsApi {

    private final Payments payments;
    private final CreditNotes creditNotes;
    private final Customers customers;
    private final Withdrawals withdrawals;
    private final Acts acts;

    CreditActsApi(
            Payments payments, CreditNotes creditNotes, Customers customers, Withdrawals withdrawals, Acts acts) {
        this.payments = payments;
        this.creditNotes = creditNotes;
        this.customers = customers;
        this.withdrawals = withdrawals;
        this.acts = acts;
    }

    /** The acts behind these routes. */
    @org.springframework.stereotype.Component
    record Acts(
            IdentifyPayment identify,
            KeepOnAccount keep,
            RefundCredit refund,
            TransferPayment transfer,
            ReverseCredit reverse,
            TakeBack takeBack) {}

    /** From whom it is, and from which day on that is known (today when missing). */
    record Identification(
            @Nullable String customer, @Nullable LocalDate on) {}

    /** Whether what is left stays on account deliberately. */
    record Purpose(boolean onAccount) {}

    /** How much goes back, why, and from which day on (today when missing). */
    record Refund(
            @Nullable BigDecimal amount,
            @Nullable String reason,
            @Nullable LocalDate on) {}

    /** How much goes to which customer, why, and from which day on (today when missing). */
    record Transfer(
            @Nullable String customer,
            @Nullable BigDecimal amount,
            @Nullable String reason,
            @Nullable LocalDate on) {}

    /** Why it is gone, and from which day on (today when missing). */
    record Reversal(@Nullable String reason, @Nullable LocalDate on) {}

    /** From which day on it is taken back; null: from its own, as if it had never been. */
    record Back(@Nullable LocalDate effectiveOn) {}

    /** What left a payment or credit note; {@code kind} is refund, transfer, payment_reversal or credit_note_reversal. */
    record Gone(
            String kind,
            long id,
            String amount,
            String currency,
            LocalDate effectiveOn,
            String reason,
            @Nullable Long reverses,
            @Nullable Long reversedBy) {

        static Gone of(Withdrawal gone) {
            return new Gone(
                    gone.kind().code(),
                    gone.id(),
                    gone.amount().amount().toPlainString(),
                    gone.amount().currency().getCurrencyCode(),
                    gone.effectiveOn(),
                    gone.reason(),
                    gone.reverses(),
                    gone.reversedBy());
        }
    }

    @Operation(summary = "What left a payment other than by settling invoices")
    @GetMapping("/api/v1/payments/{id}/withdrawals")
    List<Gone> withdrawals(@PathVariable long id) {
        return withdrawals.of(new Source.OfPayment(payment(id).id()), LocalDate.MAX).stream()
                .map(Gone::of)
                .toList();
    }

    @Operation(summary = "Say from whom money is whose payer was unknown")
    @PostMapping("/api/v1/payments/{id}/identification")
    PaymentsApi.PaymentAnswer identify(Caller caller, @PathVariable long id, @RequestBody Identification body) {
        var given = new Given();
        String customer = given.text("customer", body.customer);
        given.done();
        return PaymentsApi.PaymentAnswer.of(
                acts.identify.identify(caller.actor(), id, customer(customer), day(caller, body.on)));
    }

    @Operation(summary = "Keep what is left of a payment on account, or let it wait to be applied")
    @PutMapping("/api/v1/payments/{id}/purpose")
    PaymentsApi.PaymentAnswer keep(Caller caller, @PathVariable long id, @RequestBody Purpose body) {
        Payment.Purpose purpose = body.onAccount ? Payment.Purpose.ON_ACCOUNT : Payment.Purpose.UNAPPLIED;
        return PaymentsApi.PaymentAnswer.of(acts.keep.keep(caller.actor(), id, purpose));
    }

    @Operation(summary = "Record that what is left of a payment, or a part of it, was paid back")
    @PostMapping("/api/v1/payments/{id}/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    Gone refundPayment(Caller caller, @PathVariable long id, @RequestBody Refund body) {
        return refund(caller, new Source.OfPayment(id), payment(id).amount(), body);
    }

    @Operation(summary = "Record that what is left of a credit note, or a part of it, was paid back")
    @PostMapping("/api/v1/credit-notes/{number}/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    Gone refundCreditNote(Caller caller, @PathVariable String number, @RequestBody Refund body) {
        var note = creditNotes.byNumber(number, LocalDate.MAX).orElseThrow(() -> new NotFound("credit note"));
        return refund(caller, new Source.OfCreditNote(note.id()), note.amount(), body);
    }

    @Operation(summary = "Move what is left of a payment, or a part of it, to another customer")
    @PostMapping("/api/v1/payments/{id}/transfers")
    @ResponseStatus(HttpStatus.CREATED)
    PaymentsApi.PaymentAnswer transfer(Caller caller, @PathVariable long id, @RequestBody Transfer body) {
        var given = new Given();
        String customer = given.text("customer", body.customer);
        String reason = given.text("reason", body.reason);
        Money amount = given.money("amount", body.amount, payment(id).amount().currency());
        given.done();
        var wanted = new TransferPayment.Wanted(id, customer(customer), amount, reason, day(caller, body.on));
        return PaymentsApi.PaymentAnswer.of(acts.transfer.transfer(caller.actor(), wanted));
    }

    @Operation(summary = "A payment bounced: all it settled is open again from that day on")
    @PostMapping("/api/v1/payments/{id}/reversal")
    @ResponseStatus(HttpStatus.CREATED)
    Gone reversePayment(Caller caller, @PathVariable long id, @RequestBody Reversal body) {
        return reverse(caller, new Source.OfPayment(payment(id).id()), Withdrawal.Kind.PAYMENT_REVERSAL, body);
    }

    @Operation(summary = "Cancel a credit note: all it settled is open again from that day on")
    @PostMapping("/api/v1/credit-notes/{number}/reversal")
    @ResponseStatus(HttpStatus.CREATED)
    Gone reverseCreditNote(Caller caller, @PathVariable String number, @RequestBody Reversal body) {
        var note = creditNotes.byNumber(number, LocalDate.MAX).orElseThrow(() -> new NotFound("credit note"));
        return reverse(caller, new Source.OfCreditNote(note.id()), Withdrawal.Kind.CREDIT_NOTE_REVERSAL, body);
    }

    @Operation(summary = "Take a refund, a transfer or a reversal back")
    @PostMapping("/api/v1/withdrawals/{kind}/{id}/reversal")
    @ResponseStatus(HttpStatus.CREATED)
    Gone takeBack(
            Caller caller,
            @PathVariable String kind,
            @PathVariable long id,
            @RequestBody(required = false) @Nullable Back body) {
        Withdrawal.Kind which = Withdrawal.Kind.read(kind)
                .orElseThrow(() -> BadInput.in(
                        "kind", "Give refund, transfer, payment_reversal or credit_note_reversal."));
        long back = acts.takeBack.takeBack(caller.actor(), which, id, body == null ? null : body.effectiveOn);
        return gone(which, back);
    }

    private Gone refund(Caller caller, Source.Credit from, Money all, Refund body) {
        var given = new Given();
        String reason = given.text("reason", body.reason);
        Money amount = given.money("amount", body.amount, all.currency());
        given.done();
        long id = acts.refund.refund(caller.actor(), from, amount, reason, day(caller, body.on));
        return gone(Withdrawal.Kind.REFUND, id);
    }

    private Gone reverse(Caller caller, Source.Credit credit, Withdrawal.Kind kind, Reversal body) {
        var given = new Given();
        String reason = given.text("reason", body.reason);
        given.done();
        return gone(kind, acts.reverse.reverse(caller.actor(), credit, reason, day(caller, body.on)));
    }

    private Gone gone(Withdrawal.Kind kind, long id) {
        return Gone.of(withdrawals.byId(kind, id).orElseThrow());
    }

    private static LocalDate day(Caller caller, @Nullable LocalDate on) {
        return on == null ? caller.today() : on;
    }

    private Payment payment(long id) {
        return payments.byId(id, LocalDate.MAX).orElseThrow(() -> new NotFound("payment"));
    }

    private long customer(String number) {
        return customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
    }
}
