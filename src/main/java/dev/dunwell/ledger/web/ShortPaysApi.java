package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.AllowDiscount;
import dev.dunwell.ledger.Deduction;
import dev.dunwell.ledger.DeductionCode;
import dev.dunwell.ledger.Deductions;
import dev.dunwell.ledger.Discounts;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.ledger.RecoverWriteOff;
import dev.dunwell.ledger.SettleDeduction;
import dev.dunwell.ledger.TakeDeduction;
import dev.dunwell.ledger.TakeDiscount;
import dev.dunwell.ledger.TakenDiscount;
import dev.dunwell.web.Listed;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is kept back of invoices, taken off them, and brought back late; amounts are decimals as text. */
@RestController
class ShortPaysApi {

    private final Invoices invoices;
    private final Deductions deductions;
    private final Discounts discounts;
    private final Acts acts;

    ShortPaysApi(Invoices invoices, Deductions deductions, Discounts discounts, Acts acts) {
        this.invoices = invoices;
        this.deductions = deductions;
        this.discounts = discounts;
        this.acts = acts;
    }

    /** The acts behind these routes. */
    @org.springframework.stereotype.Component("shortPayActs")
    record Acts(
            TakeDeduction deduct,
            SettleDeduction settle,
            TakeDiscount discount,
            AllowDiscount allow,
            RecoverWriteOff recover) {}

    /** What was kept back; {@code code} as listed for deductions, {@code on} today when missing. */
    record NewDeduction(
            @Nullable BigDecimal amount,
            @Nullable String code,
            @Nullable String note,
            @Nullable Long payment,
            @Nullable LocalDate on) {}

    /** What somebody decides: credit and charge_back with a number, write_off with a reason, or reject. */
    record NewDecision(
            @Nullable String decision,
            @Nullable String number,
            @Nullable String reason,
            @Nullable LocalDate on) {

        SettleDeduction.Decision read(Given given) {
            String name = given.text("decision", decision);
            return switch (name) {
                case "credit" -> new SettleDeduction.Credit(given.text("number", number));
                case "write_off" -> new SettleDeduction.GiveUp(given.text("reason", reason));
                case "reject" -> new SettleDeduction.Reject();
                case "charge_back" -> new SettleDeduction.ChargeBack(given.text("number", number));
                default ->
                    given.wrong(
                            "decision",
                            "Give credit, write_off, reject or charge_back.",
                            new SettleDeduction.Reject());
            };
        }
    }

    /** What was taken off; {@code on} is the day of the money, today when missing. */
    record NewDiscount(
            @Nullable BigDecimal amount,
            @Nullable Long payment,
            @Nullable LocalDate on) {}

    /** From which day on (today when missing). */
    record From(@Nullable LocalDate on) {}

    /** With how much of which payment it is brought back, and from which day on (today when missing). */
    record Recovery(
            @Nullable String invoice,
            @Nullable Long payment,
            @Nullable BigDecimal amount,
            @Nullable LocalDate on) {}

    record DeductionAnswer(
            long id,
            String invoice,
            @Nullable Long payment,
            String amount,
            String currency,
            String code,
            @Nullable String note,
            LocalDate takenOn,
            String state,
            @Nullable LocalDate settledOn,
            @Nullable String settledBy) {

        static DeductionAnswer of(Deduction deduction) {
            return new DeductionAnswer(
                    deduction.id(),
                    deduction.invoiceNumber(),
                    deduction.paymentId(),
                    deduction.amount().amount().toPlainString(),
                    deduction.amount().currency().getCurrencyCode(),
                    deduction.code().code(),
                    deduction.note(),
                    deduction.takenOn(),
                    deduction.state().code(),
                    deduction.settledOn(),
                    deduction.settledBy());
        }
    }

    record DiscountAnswer(
            long id,
            @Nullable Long payment,
            String amount,
            String currency,
            LocalDate takenOn,
            boolean earned,
            boolean booked) {

        static DiscountAnswer of(TakenDiscount discount) {
            return new DiscountAnswer(
                    discount.id(),
                    discount.paymentId(),
                    discount.amount().amount().toPlainString(),
                    discount.amount().currency().getCurrencyCode(),
                    discount.takenOn(),
                    discount.isEarned(),
                    discount.isBooked());
        }
    }

    @Operation(summary = "What payers kept back, in the order in which it was recorded")
    @GetMapping("/api/v1/deductions")
    Listed<DeductionAnswer> deductions(@RequestParam(defaultValue = "false") boolean open, Paging paging) {
        return Listed.of(deductions.page(open, paging.after(1), paging.size()), DeductionAnswer::of);
    }

    @Operation(summary = "Record what a payer kept back of an invoice, and why")
    @PostMapping("/api/v1/invoices/{number}/deductions")
    @ResponseStatus(HttpStatus.CREATED)
    DeductionAnswer deduct(Caller caller, @PathVariable String number, @RequestBody NewDeduction body) {
        Invoice invoice = find(number);
        var given = new Given();
        Money amount = given.money("amount", body.amount, invoice.open().currency());
        DeductionCode code = DeductionCode.read(given.text("code", body.code))
                .orElseGet(() -> given.wrong("code", "Give a code such as quantity_short.", DeductionCode.OTHER));
        given.done();
        var wanted = new TakeDeduction.Wanted(
                invoice.id(), body.payment, amount, code, Given.optional(body.note), day(caller, body.on));
        return DeductionAnswer.of(acts.deduct.take(caller.actor(), wanted));
    }

    @Operation(summary = "Decide what becomes of a deduction")
    @PostMapping("/api/v1/deductions/{id}/decision")
    DeductionAnswer settle(Caller caller, @PathVariable long id, @RequestBody NewDecision body) {
        var given = new Given();
        SettleDeduction.Decision decision = body.read(given);
        given.done();
        return DeductionAnswer.of(
                acts.settle.settle(caller.actor(), id, decision, day(caller, body.on)));
    }

    @Operation(summary = "The discounts taken off an invoice, earned and not")
    @GetMapping("/api/v1/invoices/{number}/discounts")
    List<DiscountAnswer> discounts(@PathVariable String number) {
        return discounts.ofInvoice(find(number).id()).stream()
                .map(DiscountAnswer::of)
                .toList();
    }

    @Operation(summary = "Record a discount a payer took; earned, it settles the invoice, else it waits for a yes")
    @PostMapping("/api/v1/invoices/{number}/discounts")
    @ResponseStatus(HttpStatus.CREATED)
    DiscountAnswer discount(Caller caller, @PathVariable String number, @RequestBody NewDiscount body) {
        Invoice invoice = find(number);
        var given = new Given();
        Money amount = given.money("amount", body.amount, invoice.open().currency());
        given.done();
        var wanted = new TakeDiscount.Wanted(invoice.id(), body.payment, amount, day(caller, body.on));
        return DiscountAnswer.of(acts.discount.take(caller.actor(), wanted));
    }

    @Operation(summary = "Allow a discount that was not earned")
    @PostMapping("/api/v1/discounts/{id}/allowance")
    DiscountAnswer allow(Caller caller, @PathVariable long id, @RequestBody(required = false) @Nullable From body) {
        LocalDate on = day(caller, body == null ? null : body.on);
        return DiscountAnswer.of(acts.allow.allow(caller.actor(), id, on));
    }

    @Operation(summary = "Bring back with money that came late what was written off of an invoice")
    @PostMapping("/api/v1/write-offs/{id}/recovery")
    InvoiceJson recover(Caller caller, @PathVariable long id, @RequestBody Recovery body) {
        var given = new Given();
        String number = given.text("invoice", body.invoice);
        Long payment = body.payment == null ? given.wrong("payment", "Give the payment's id.", 0L) : body.payment;
        given.done();
        Invoice invoice = find(number);
        Money amount = given.money("amount", body.amount, invoice.open().currency());
        given.done();
        acts.recover.recover(
                caller.actor(),
                new RecoverWriteOff.Wanted(payment, invoice.id(), id, amount, day(caller, body.on)));
        return InvoiceJson.of(find(number));
    }

    private static LocalDate day(Caller caller, @Nullable LocalDate on) {
        return on == null ? caller.today() : on;
    }

    private Invoice find(String number) {
        return invoices.byNumber(number, LocalDate.MAX).orElseThrow(() -> new NotFound("invoice"));
    }
}
