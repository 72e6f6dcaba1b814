package dev.dunwell.cases.web;

import dev.dunwell.access.Caller;
import dev.dunwell.cases.DecidePlan;
import dev.dunwell.cases.Plan;
import dev.dunwell.cases.Plans;
import dev.dunwell.cases.ProposePlan;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Payment plans for programs. */
@RestController
class PlansApi {

    private static final int MOST = 1000;

    private final Plans plans;
    private final ProposePlan proposePlan;
    private final DecidePlan decidePlan;
    private final Customers customers;
    private final Invoices invoices;

    PlansApi(Plans plans, ProposePlan proposePlan, DecidePlan decidePlan, Customers customers, Invoices invoices) {
        this.plans = plans;
        this.proposePlan = proposePlan;
        this.decidePlan = decidePlan;
        this.customers = customers;
        this.invoices = invoices;
    }

    record PlanJson(
            long id,
            String customer,
            BigDecimal amount,
            BigDecimal paid,
            String currency,
            String state,
            LocalDate proposedOn,
            @Nullable LocalDate acceptedOn,
            @Nullable LocalDate nextDueOn,
            @Nullable BigDecimal missing) {

        static PlanJson of(Plan plan) {
            Plan.Next next = plan.next();
            Plan.Acceptance acceptance = plan.acceptance();
            return new PlanJson(
                    plan.id(),
                    plan.whose().number(),
                    plan.amount().amount(),
                    plan.paid().amount(),
                    plan.amount().currency().getCurrencyCode(),
                    plan.state().code(),
                    plan.origin().on(),
                    acceptance == null ? null : acceptance.on(),
                    next == null ? null : next.dueOn(),
                    next == null ? null : next.missing().amount());
        }
    }

    record LineJson(LocalDate dueOn, BigDecimal amount, BigDecimal paid) {}

    record WholePlan(PlanJson plan, List<LineJson> lines, List<String> invoices) {}

    @Operation(summary = "Payment plans that wait or run, of a customer or of all; with which=all the ended ones, too")
    @GetMapping("/api/v1/plans")
    List<PlanJson> list(
            Caller caller, @RequestParam @Nullable String customer, @RequestParam(defaultValue = "live") String which) {
        Plans.Which chosen = which.equals("all") ? Plans.Which.ALL : Plans.Which.LIVE;
        List<Plan> found = customer == null
                ? plans.list(chosen, caller.today(), MOST)
                : plans.ofCustomer(customerId(customer), chosen, caller.today());
        return found.stream().map(PlanJson::of).toList();
    }

    @Operation(summary = "A payment plan with its lines and what is there of each")
    @GetMapping("/api/v1/plans/{id}")
    WholePlan one(Caller caller, @PathVariable long id) {
        Plan plan = plans.get(id, caller.today());
        return new WholePlan(
                PlanJson.of(plan),
                Plan.fill(plans.lines(plan), plan.paid()).stream()
                        .map(line -> new LineJson(
                                line.dueOn(),
                                line.amount().amount(),
                                line.paid().amount()))
                        .toList(),
                plans.parts(plan, caller.today()).stream()
                        .map(Plan.Part::number)
                        .toList());
    }

    record NewLine(LocalDate dueOn, BigDecimal amount) {}

    record NewPlan(String customer, List<String> invoices, String currency, List<NewLine> lines) {}

    record Created(long id) {}

    @Operation(summary = "Propose that invoices are paid in parts; the lines sum to what is open of them")
    @PostMapping("/api/v1/plans")
    @ResponseStatus(HttpStatus.CREATED)
    Created propose(Caller caller, @RequestBody NewPlan asked) {
        List<Long> named = asked.invoices.stream()
                .map(number -> invoices.byNumber(number, caller.today())
                        .orElseThrow(() -> new NotFound("invoice"))
                        .id())
                .toList();
        List<Plan.Line> lines = asked.lines.stream()
                .map(line -> new Plan.Line(line.dueOn, money(line.amount, asked.currency)))
                .toList();
        return new Created(
                proposePlan.propose(caller, new ProposePlan.Wanted(customerId(asked.customer), named, lines)));
    }

    record Acceptance(String by) {}

    @Operation(summary = "The customer accepts; nothing is sent about its invoices while it is on track")
    @PostMapping("/api/v1/plans/{id}/acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(Caller caller, @PathVariable long id, @RequestBody Acceptance asked) {
        decidePlan.accept(caller, id, asked.by);
    }

    record End(String reason) {}

    @Operation(summary = "End a plan that waits or runs; reminders go on from where they stood")
    @PostMapping("/api/v1/plans/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable long id, @RequestBody End asked) {
        decidePlan.end(caller, id, asked.reason);
    }

    private long customerId(String number) {
        return customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
    }

    private static Money money(BigDecimal amount, String currency) {
        try {
            return Money.of(amount, Currency.getInstance(currency));
        } catch (IllegalArgumentException e) {
            throw BadInput.in("lines", "Give amounts with the decimals of an ISO 4217 currency.");
        }
    }
}
