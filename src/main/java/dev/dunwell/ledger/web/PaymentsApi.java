package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Allocate;
import dev.dunwell.ledger.Allocations;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Payment;
import dev.dunwell.ledger.Payments;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.ReverseAllocation;
import dev.dunwell.ledger.Source;
import dev.dunwell.web.Listed;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Money that came in, and what it settles; amounts are decimals as text. */
@RestController
class PaymentsApi {

    private final Customers customers;
    private final Payments payments;
    private final Allocations allocations;
    private final RecordPayment recordPayment;
    private final Allocate allocate;
    private final ReverseAllocation reverseAllocation;
    private final Shares shares;

    PaymentsApi(
            Customers customers,
            Payments payments,
            Allocations allocations,
            RecordPayment recordPayment,
            Allocate allocate,
            ReverseAllocation reverseAllocation,
            Shares shares) {
        this.customers = customers;
        this.payments = payments;
        this.allocations = allocations;
        this.recordPayment = recordPayment;
        this.allocate = allocate;
        this.reverseAllocation = reverseAllocation;
        this.shares = shares;
    }

    /**
     * A new payment.
     *
     * @param customer missing while the payer is unknown
     * @param sourceKey what names it at its origin; the same key is taken once and answers the same again
     * @param allocations the invoices it is for; the rest is left unapplied
     * @param restToOldest true: what is left goes to the invoices due first
     * @param onAccount true: what is left stays on account deliberately
     */
    record NewPayment(
            @Nullable String customer,
            @Nullable LocalDate receivedOn,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String reference,
            @Nullable String sourceKey,
            @Nullable List<Shares.ShareJson> allocations,
            @Nullable Boolean restToOldest,
            @Nullable Boolean onAccount) {}

    record PaymentAnswer(
            long id,
            @Nullable String customer,
            String state,
            LocalDate receivedOn,
            String amount,
            String unapplied,
            String currency,
            @Nullable String reference,
            @Nullable String sourceKey) {

        static PaymentAnswer of(Payment payment) {
            return new PaymentAnswer(
                    payment.id(),
                    payment.customerNumber(),
                    payment.state().code(),
                    payment.receivedOn(),
                    payment.amount().amount().toPlainString(),
                    payment.unapplied().amount().toPlainString(),
                    payment.amount().currency().getCurrencyCode(),
                    payment.reference(),
                    payment.sourceKey());
        }
    }

    /** A payment with what it settles. */
    record Whole(PaymentAnswer payment, List<AllocationJson> allocations) {}

    /** Invoices to settle; effectiveOn null: from the first day on which both exist. */
    record Sharing(
            @Nullable List<Shares.ShareJson> allocations,
            @Nullable LocalDate effectiveOn) {}

    /** From when on an allocation is taken back; null: from its own day on, as if it had never been. */
    record Reversal(@Nullable LocalDate effectiveOn) {}

    @Operation(summary = "Payments as of a day, in the order in which they were recorded")
    @GetMapping("/api/v1/payments")
    Listed<PaymentAnswer> list(
            Caller caller,
            @RequestParam @Nullable String customer,
            @RequestParam @Nullable LocalDate asOf,
            Paging paging) {
        Long customerId = customer == null ? null : customer(customer);
        LocalDate day = asOf == null ? caller.today() : asOf;
        return Listed.of(payments.page(customerId, day, paging.after(1), paging.size()), PaymentAnswer::of);
    }

    @Operation(summary = "One payment as of a day, with what it settles")
    @GetMapping("/api/v1/payments/{id}")
    Whole get(Caller caller, @PathVariable long id, @RequestParam @Nullable LocalDate asOf) {
        return whole(id, asOf == null ? caller.today() : asOf);
    }

    @Operation(summary = "Record a payment; the same sourceKey again answers 200 and changes nothing")
    @PostMapping("/api/v1/payments")
    ResponseEntity<PaymentAnswer> record(Caller caller, @RequestBody NewPayment body) {
        var given = new Given();
        String customer = Given.optional(body.customer);
        LocalDate receivedOn = given.day("receivedOn", body.receivedOn);
        Money amount = given.money(body.amount, body.currency);
        given.done();
        var use = new RecordPayment.Use(
                shares.read(body.allocations, amount.currency()),
                Boolean.TRUE.equals(body.restToOldest),
                Boolean.TRUE.equals(body.onAccount) ? Payment.Purpose.ON_ACCOUNT : Payment.Purpose.UNAPPLIED);
        RecordPayment.Outcome outcome = recordPayment.record(
                caller.actor(),
                new RecordPayment.Wanted(
                        customer == null ? null : customer(customer),
                        receivedOn,
                        amount,
                        Given.optional(body.reference),
                        Given.optional(body.sourceKey),
                        use));
        return ResponseEntity.status(outcome.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(PaymentAnswer.of(outcome.payment()));
    }

    @Operation(summary = "Settle invoices with what is left of a payment")
    @PostMapping("/api/v1/payments/{id}/allocations")
    @ResponseStatus(HttpStatus.CREATED)
    Whole allocate(Caller caller, @PathVariable long id, @RequestBody Sharing body) {
        Payment payment = payments.byId(id, LocalDate.MAX).orElseThrow(() -> new NotFound("payment"));
        allocate.allocate(
                caller.actor(),
                new Source.OfPayment(id),
                shares.read(body.allocations, payment.amount().currency()),
                body.effectiveOn);
        return whole(id, LocalDate.MAX);
    }

    @Operation(summary = "Take an allocation back: the invoice is open again, the money on account again")
    @PostMapping("/api/v1/allocations/{id}/reversal")
    @ResponseStatus(HttpStatus.CREATED)
    AllocationJson reverse(
            Caller caller, @PathVariable long id, @RequestBody(required = false) @Nullable Reversal body) {
        long opposite = reverseAllocation.reverse(caller.actor(), id, body == null ? null : body.effectiveOn);
        return AllocationJson.of(allocations.byId(opposite).orElseThrow());
    }

    private Whole whole(long id, LocalDate asOf) {
        Payment payment = payments.byId(id, asOf).orElseThrow(() -> new NotFound("payment"));
        return new Whole(
                PaymentAnswer.of(payment),
                allocations.of(new Source.OfPayment(id), asOf).stream()
                        .map(AllocationJson::of)
                        .toList());
    }

    private long customer(String number) {
        return customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
    }
}
