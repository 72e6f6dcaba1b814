package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Interactions;
import dev.dunwell.collections.LogContact;
import dev.dunwell.collections.MakePromise;
import dev.dunwell.collections.Promises;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was said and agreed with customers: promises and contacts. */
@RestController
class AgreementsApi {

    private static final int MOST = 200;

    private final Promises promises;
    private final MakePromise makePromise;
    private final Interactions interactions;
    private final LogContact logContact;
    private final Customers customers;
    private final Invoices invoices;

    AgreementsApi(
            Promises promises,
            MakePromise makePromise,
            Interactions interactions,
            LogContact logContact,
            Customers customers,
            Invoices invoices) {
        this.promises = promises;
        this.makePromise = makePromise;
        this.interactions = interactions;
        this.logContact = logContact;
        this.customers = customers;
        this.invoices = invoices;
    }

    record PromiseAnswer(
            long id,
            String customer,
            BigDecimal amount,
            String currency,
            LocalDate madeOn,
            LocalDate dueOn,
            String state,
            BigDecimal received,
            String author,
            List<String> invoices,
            @Nullable String method,
            @Nullable String promisedBy) {

        static PromiseAnswer of(Promises.Promise p) {
            return new PromiseAnswer(
                    p.id(),
                    p.customerNumber(),
                    p.amount().amount(),
                    p.amount().currency().getCurrencyCode(),
                    p.madeOn(),
                    p.dueOn(),
                    p.state(),
                    p.received().amount(),
                    p.author(),
                    p.invoices(),
                    p.method(),
                    p.promisedBy());
        }
    }

    @Operation(summary = "Promises of a customer, or of all, newest first")
    @GetMapping("/api/v1/promises")
    List<PromiseAnswer> promises(
            Caller caller, @RequestParam @Nullable String customer, @RequestParam @Nullable LocalDate asOf) {
        return promises.of(customer, asOf == null ? caller.today() : asOf, MOST).stream()
                .map(PromiseAnswer::of)
                .toList();
    }

    record NewPromise(
            String customer,
            BigDecimal amount,
            String currency,
            LocalDate dueOn,
            @Nullable List<String> invoices,
            @Nullable String method,
            @Nullable Long contact) {}

    @Operation(
            summary =
                    "Keep a promise to pay; nothing is sent about its invoices, or about any when it names none, while it runs")
    @PostMapping("/api/v1/promises")
    @ResponseStatus(HttpStatus.CREATED)
    Created promise(Caller caller, @RequestBody NewPromise asked) {
        var wanted = new MakePromise.Wanted(
                customerId(asked.customer),
                money("amount", asked.amount, asked.currency),
                asked.dueOn,
                invoiceIds(asked.invoices, caller.today()),
                null,
                asked.method,
                asked.contact);
        return new Created(makePromise.make(caller, wanted));
    }

    record Created(long id) {}

    @Operation(summary = "Take back a promise that runs")
    @PostMapping("/api/v1/promises/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, @PathVariable long id) {
        makePromise.withdraw(caller, id);
    }

    @Operation(summary = "Contacts with a customer, newest first")
    @GetMapping("/api/v1/interactions")
    List<Interactions.Interaction> interactions(Caller caller, @RequestParam String customer) {
        return interactions.of(customerId(customer), caller.today(), MOST);
    }

    record NewInteraction(
            String customer,
            String kind,
            @Nullable String direction,
            @Nullable String outcome,
            @Nullable String text,
            @Nullable Long contact,
            @Nullable BigDecimal expectedAmount,
            @Nullable String expectedCurrency,
            @Nullable LocalDate expectedOn,
            @Nullable String noExpectation,
            @Nullable List<String> invoices,
            @Nullable String lateReason,
            @Nullable String mood) {}

    @Operation(summary = "Write down a call, note, meeting or mail with its outcome and the payment now expected")
    @PostMapping("/api/v1/interactions")
    @ResponseStatus(HttpStatus.CREATED)
    Created interaction(Caller caller, @RequestBody NewInteraction asked) {
        Money expected = asked.expectedAmount == null
                ? null
                : money(
                        "expectedAmount",
                        asked.expectedAmount,
                        Objects.requireNonNullElse(
                                asked.expectedCurrency,
                                caller.organisation().currency().getCurrencyCode()));
        boolean isNote = asked.kind.equals("note");
        return new Created(logContact.log(
                caller,
                new LogContact.Contact(
                        customerId(asked.customer),
                        asked.contact,
                        asked.kind,
                        Objects.requireNonNullElse(asked.direction, isNote ? "none" : "out"),
                        asked.outcome,
                        Objects.requireNonNullElse(asked.text, ""),
                        expected,
                        asked.expectedOn,
                        asked.noExpectation,
                        invoiceIds(asked.invoices, caller.today()),
                        asked.lateReason,
                        asked.mood)));
    }

    private long customerId(String number) {
        return customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
    }

    private List<Long> invoiceIds(@Nullable List<String> numbers, LocalDate today) {
        return Objects.requireNonNullElse(numbers, List.<String>of()).stream()
                .map(n -> invoices.byNumber(n, today)
                        .orElseThrow(() -> new NotFound("invoice"))
                        .id())
                .toList();
    }

    private static Money money(String field, BigDecimal amount, String currency) {
        try {
            return Money.of(amount, Currency.getInstance(currency));
        } catch (IllegalArgumentException e) {
            throw BadInput.in(field, "Give an amount with the decimals of its currency, and an ISO 4217 currency.");
        }
    }
}
