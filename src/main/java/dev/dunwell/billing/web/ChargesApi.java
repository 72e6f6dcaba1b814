package dev.dunwell.billing.web;

import dev.dunwell.access.Caller;
import dev.dunwell.billing.Charge;
import dev.dunwell.billing.ClaimCharge;
import dev.dunwell.billing.HoldCharge;
import dev.dunwell.billing.LateCharges;
import dev.dunwell.billing.WaiveCharge;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Invoices;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Late charges: what there are, and claiming, holding and waiving them; amounts are exact numbers. */
@RestController
class ChargesApi {

    private final Invoices invoices;
    private final Customers customers;
    private final LateCharges charges;
    private final ClaimCharge claimCharge;
    private final HoldCharge holdCharge;
    private final WaiveCharge waiveCharge;

    ChargesApi(
            Invoices invoices,
            Customers customers,
            LateCharges charges,
            ClaimCharge claimCharge,
            HoldCharge holdCharge,
            WaiveCharge waiveCharge) {
        this.invoices = invoices;
        this.customers = customers;
        this.charges = charges;
        this.claimCharge = claimCharge;
        this.holdCharge = holdCharge;
        this.waiveCharge = waiveCharge;
    }

    /**
     * A piece of late costs.
     *
     * @param stage interest, compensation or {@code stage-2}
     * @param state accrued, claimed, held or waived
     * @param receivable the number of the invoice that claims it
     */
    record ChargeJson(
            String customer,
            String invoice,
            String stage,
            String state,
            LocalDate through,
            BigDecimal amount,
            String currency,
            @Nullable String receivable,
            @Nullable LocalDate heldUntil,
            String note) {

        static ChargeJson of(LateCharges.Row row) {
            Charge.Decision decision = row.decision();
            return new ChargeJson(
                    row.of().customerNumber(),
                    row.of().invoiceNumber(),
                    row.stage(),
                    row.state().code(),
                    row.through(),
                    row.amount().amount(),
                    row.amount().currency().getCurrencyCode(),
                    decision == null ? null : decision.receivableNumber(),
                    decision == null ? null : decision.heldUntil(),
                    row.note());
        }

        static ChargeJson of(Charge charge) {
            return of(LateCharges.Row.of(charge));
        }
    }

    /** All there are. */
    record AllCharges(List<ChargeJson> items) {}

    /** What to claim. */
    record Claim(@Nullable String stage) {}

    /** What to give up, and why. */
    record Waiver(@Nullable String stage, @Nullable String reason) {}

    /** What to keep back, until which day, and why. */
    record Hold(
            @Nullable String stage,
            @Nullable LocalDate until,
            @Nullable String reason) {}

    @Operation(summary = "What late payment costs, accrued, claimed, held and waived, of a customer or of all")
    @GetMapping("/api/v1/late-charges")
    AllCharges list(Caller caller, @RequestParam @Nullable String customer, @RequestParam @Nullable String state) {
        Long customerId = customer == null
                ? null
                : (Long) customers
                        .byNumber(customer)
                        .orElseThrow(() -> new NotFound("customer"))
                        .id();
        return new AllCharges(charges.rows(customerId, caller.today()).stream()
                .filter(row -> state == null || row.state().code().equals(state))
                .map(ChargeJson::of)
                .toList());
    }

    @Operation(summary = "Claim interest through today, compensation or the fee of a stage as a receivable of its own")
    @PostMapping("/api/v1/invoices/{number}/claims")
    @ResponseStatus(HttpStatus.CREATED)
    ChargeJson claim(Caller caller, @PathVariable String number, @RequestBody Claim body) {
        return ChargeJson.of(
                claimCharge.claim(caller.actor(), invoice(number, caller), stage(body.stage), caller.today()));
    }

    @Operation(summary = "Keep a charge back until a day, to be claimed or waived later as it stands")
    @PostMapping("/api/v1/invoices/{number}/charge-holds")
    @ResponseStatus(HttpStatus.CREATED)
    ChargeJson hold(Caller caller, @PathVariable String number, @RequestBody Hold body) {
        if (body.until == null) {
            throw BadInput.in("until", "Give the day, such as 2026-11-30.");
        }
        var purpose = new HoldCharge.Purpose(body.until, text(body.reason));
        return ChargeJson.of(
                holdCharge.hold(caller.actor(), invoice(number, caller), stage(body.stage), purpose, caller.today()));
    }

    @Operation(summary = "Give a charge up, for a reason")
    @PostMapping("/api/v1/invoices/{number}/waivers")
    @ResponseStatus(HttpStatus.CREATED)
    ChargeJson waive(Caller caller, @PathVariable String number, @RequestBody Waiver body) {
        return ChargeJson.of(waiveCharge.waive(
                caller.actor(), invoice(number, caller), stage(body.stage), text(body.reason), caller.today()));
    }

    private long invoice(String number, Caller caller) {
        return invoices.byNumber(number, caller.today())
                .orElseThrow(() -> new NotFound("invoice"))
                .id();
    }

    private static String stage(@Nullable String stage) {
        if (stage == null || stage.isBlank()) {
            throw BadInput.in("stage", "Write interest, compensation or stage-2.");
        }
        return stage.strip();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
