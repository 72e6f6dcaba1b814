package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.HoldReason;
import dev.dunwell.collections.Holds;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What waits until a day, and why. */
@RestController
class HoldsApi {

    private static final int MOST = 200;
    private static final String CODES =
            Stream.of(HoldReason.values()).map(HoldReason::code).collect(Collectors.joining(", "));

    private final Holds holds;
    private final Customers customers;
    private final Invoices invoices;

    HoldsApi(Holds holds, Customers customers, Invoices invoices) {
        this.holds = holds;
        this.customers = customers;
        this.invoices = invoices;
    }

    record Created(long id) {}

    record HoldJson(
            long id,
            String customerNumber,
            @Nullable String invoiceNumber,
            String code,
            String reason,
            LocalDate fromOn,
            LocalDate untilOn,
            @Nullable LocalDate endedOn,
            String author) {

        static HoldJson of(Holds.Hold hold) {
            return new HoldJson(
                    hold.id(),
                    hold.customerNumber(),
                    hold.invoiceNumber(),
                    hold.code().code(),
                    hold.reason(),
                    hold.fromOn(),
                    hold.untilOn(),
                    hold.endedOn(),
                    hold.author());
        }
    }

    @Operation(summary = "Holds of a customer, or all that run")
    @GetMapping("/api/v1/holds")
    List<HoldJson> holds(Caller caller, @RequestParam @Nullable String customer) {
        return holds.of(customer, caller.today(), MOST).stream()
                .map(HoldJson::of)
                .toList();
    }

    record NewHold(
            String customer,
            @Nullable String invoice,
            LocalDate until,
            String reason,
            @Nullable String code) {}

    @Operation(summary = "Send nothing about a customer, or one invoice, until a day")
    @PostMapping("/api/v1/holds")
    @ResponseStatus(HttpStatus.CREATED)
    Created hold(Caller caller, @RequestBody NewHold asked) {
        Long invoice = asked.invoice == null ? null : invoiceId(asked.invoice, caller.today());
        var wanted = new Holds.Wanted(
                customerId(asked.customer), invoice, asked.until, holdReason(asked.code), asked.reason);
        return new Created(holds.place(caller, wanted));
    }

    record Extension(LocalDate until) {}

    @Operation(summary = "Let a running hold last until another day; it goes on under the id that is answered")
    @PostMapping("/api/v1/holds/{id}/extension")
    @ResponseStatus(HttpStatus.CREATED)
    Created extendHold(Caller caller, @PathVariable long id, @RequestBody Extension asked) {
        return new Created(holds.extend(caller, id, asked.until));
    }

    private static HoldReason holdReason(@Nullable String code) {
        return code == null
                ? HoldReason.OTHER
                : HoldReason.read(code)
                        .orElseThrow(() -> BadInput.in("code", "Write one of " + CODES + ", or leave it out."));
    }

    @Operation(summary = "End a hold today")
    @DeleteMapping("/api/v1/holds/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endHold(Caller caller, @PathVariable long id) {
        holds.end(caller, id);
    }

    private long customerId(String number) {
        return customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
    }

    private long invoiceId(String number, LocalDate today) {
        return invoices.byNumber(number, today)
                .orElseThrow(() -> new NotFound("invoice"))
                .id();
    }
}
