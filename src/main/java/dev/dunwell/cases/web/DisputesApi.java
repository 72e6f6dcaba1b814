package dev.dunwell.cases.web;

import dev.dunwell.access.Caller;
import dev.dunwell.cases.ResolveDispute;
import dev.dunwell.collections.Disputes;
import dev.dunwell.collections.Objection;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.DeductionCode;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Disputes for programs: opened, credited, rejected, split or settled. */
@RestController
class DisputesApi {

    private final Disputes disputes;
    private final ResolveDispute resolve;
    private final Invoices invoices;

    DisputesApi(Disputes disputes, ResolveDispute resolve, Invoices invoices) {
        this.disputes = disputes;
        this.resolve = resolve;
        this.invoices = invoices;
    }

    /** A reason with its codes in X12 element 426 and in Peppol's invoice response, empty where there is none. */
    record Code(String code, String words, String x12, String peppol) {}

    @Operation(summary = "What a dispute can be about, with the codes of X12 426 and Peppol")
    @GetMapping("/api/v1/dispute-codes")
    List<Code> codes() {
        return Stream.of(DeductionCode.values())
                .map(each -> new Code(each.code(), each.words(), each.x12(), each.peppol()))
                .toList();
    }

    /** Without an amount all that is open is disputed. */
    record NewDispute(
            String invoice,
            @Nullable String code,
            String reason,
            @Nullable BigDecimal amount,
            @Nullable Long owner,
            @Nullable LocalDate dueOn) {}

    record Created(long id) {}

    @Operation(summary = "Open a dispute about an invoice or a part of it; only that is left out of the reminders")
    @PostMapping("/api/v1/disputes")
    @ResponseStatus(HttpStatus.CREATED)
    Created open(Caller caller, @RequestBody NewDispute asked) {
        Invoice invoice = invoices.byNumber(asked.invoice, caller.today()).orElseThrow(() -> new NotFound("invoice"));
        Money part = asked.amount == null
                ? null
                : money("amount", asked.amount, invoice.open().currency());
        var objection = new Objection(code(asked.code), asked.reason, part, asked.owner, asked.dueOn);
        return new Created(disputes.open(caller, invoice.id(), objection));
    }

    record Credit(String creditNote, @Nullable String why) {}

    @Operation(summary = "Credit all that is disputed with a credit note of this number")
    @PostMapping("/api/v1/disputes/{id}/credit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void credit(Caller caller, @PathVariable long id, @RequestBody Credit asked) {
        resolve.credit(caller, id, asked.creditNote, Objects.requireNonNullElse(asked.why, ""));
    }

    record Rejection(String why) {}

    @Operation(summary = "Reject a dispute; a letter to the customer is drafted and kept with it")
    @PostMapping("/api/v1/disputes/{id}/rejection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reject(Caller caller, @PathVariable long id, @RequestBody Rejection asked) {
        resolve.reject(caller, id, asked.why);
    }

    record Split(BigDecimal credited, String currency, String creditNote, String why) {}

    @Operation(summary = "Credit a part of what is disputed and reject the rest")
    @PostMapping("/api/v1/disputes/{id}/split")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void split(Caller caller, @PathVariable long id, @RequestBody Split asked) {
        Money credited = money("credited", asked.credited, currency(asked.currency));
        resolve.split(caller, id, credited, asked.creditNote, asked.why);
    }

    @Operation(summary = "Settle a dispute without a credit: all that is open is reminded of again")
    @PostMapping("/api/v1/disputes/{id}/settlement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(Caller caller, @PathVariable long id) {
        disputes.settle(caller, id);
    }

    private static DeductionCode code(@Nullable String code) {
        return code == null
                ? DeductionCode.OTHER
                : DeductionCode.read(code)
                        .orElseThrow(() -> BadInput.in("code", "Write one that GET /api/v1/dispute-codes lists."));
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw BadInput.in("currency", "Write an ISO 4217 currency, such as EUR.");
        }
    }

    private static Money money(String field, BigDecimal amount, Currency currency) {
        try {
            return Money.of(amount, currency);
        } catch (IllegalArgumentException e) {
            throw BadInput.in(field, "Give an amount with the decimals of " + currency + ".");
        }
    }
}
