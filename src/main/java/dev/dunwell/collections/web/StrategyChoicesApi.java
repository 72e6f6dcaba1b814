package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.AssignStrategy;
import dev.dunwell.collections.Assignment;
import dev.dunwell.collections.Assignment.Scope;
import dev.dunwell.collections.Assignments;
import dev.dunwell.collections.Conduct;
import dev.dunwell.collections.Strategies;
import dev.dunwell.collections.StrategyVersion;
import dev.dunwell.collections.WhichStrategy;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whom each strategy is for, and which one a customer has. */
@RestController
class StrategyChoicesApi {

    private final Strategies strategies;
    private final Assignments assignments;
    private final AssignStrategy assignStrategy;
    private final WhichStrategy which;
    private final Customers customers;

    StrategyChoicesApi(
            Strategies strategies,
            Assignments assignments,
            AssignStrategy assignStrategy,
            WhichStrategy which,
            Customers customers) {
        this.strategies = strategies;
        this.assignments = assignments;
        this.assignStrategy = assignStrategy;
        this.which = which;
        this.customers = customers;
    }

    /**
     * Whom a strategy is for.
     *
     * @param scope customer, segment, conduct or organisation
     * @param subject the tag of a segment, or the kind of conduct
     */
    record AssignmentJson(
            @Nullable Long id,
            @Nullable String scope,
            @Nullable String subject,
            @Nullable String strategy,
            @Nullable String reason,
            @Nullable LocalDate from,
            @Nullable String author) {}

    /** Whom each strategy is for. */
    record AllAssignments(List<AssignmentJson> items) {}

    /** Which strategy a customer is to have, and why. */
    record ChosenJson(@Nullable String strategy, @Nullable String reason) {}

    /** Which strategy a customer has, and why that one. */
    record StrategyOfCustomer(String strategy, int version, String because, Conduct conduct) {}

    @Operation(summary = "Whom each strategy is for today, without the choices made for single customers")
    @GetMapping("/api/v1/strategy-assignments")
    AllAssignments list(Caller caller) {
        List<StrategyVersion> all = strategies.all();
        return new AllAssignments(assignments.on(caller.today()).stream()
                .filter(each -> each.customerId() == null)
                .map(each -> json(each, all))
                .toList());
    }

    @Operation(summary = "Say whom a strategy is for: a tag, a way of paying, everybody else")
    @PostMapping("/api/v1/strategy-assignments")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(Caller caller, @RequestBody AssignmentJson body) {
        Scope scope = Arrays.stream(Scope.values())
                .filter(each -> each != Scope.CUSTOMER && each.code().equals(body.scope))
                .findFirst()
                .orElseThrow(() -> BadInput.in("scope", "Give segment, conduct or organisation."));
        String subject = Objects.requireNonNullElse(body.subject, "").strip().toLowerCase(Locale.ROOT);
        assignStrategy.assign(
                caller.actor(),
                new AssignStrategy.Wanted(
                        scope, subject, null, strategy(body.strategy), Objects.requireNonNullElse(body.reason, "")),
                caller.today());
    }

    @Operation(summary = "End an assignment; what is less particular takes over")
    @DeleteMapping("/api/v1/strategy-assignments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable long id) {
        assignStrategy.end(caller.actor(), id, caller.today());
    }

    @Operation(summary = "The strategy of a customer, and why it is that one")
    @GetMapping("/api/v1/customers/{number}/strategy")
    StrategyOfCustomer ofCustomer(Caller caller, @PathVariable String number) {
        WhichStrategy.Answer answer = which.of(caller.organisation(), caller.today(), customer(number));
        StrategyVersion version = answer.choice().version();
        return new StrategyOfCustomer(
                version.name(), version.number(), answer.choice().sentence(), answer.conduct());
    }

    @Operation(summary = "Choose a strategy for one customer, with a reason")
    @PostMapping("/api/v1/customers/{number}/strategy")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choose(Caller caller, @PathVariable String number, @RequestBody ChosenJson body) {
        assignStrategy.assign(
                caller.actor(),
                new AssignStrategy.Wanted(
                        Scope.CUSTOMER,
                        "",
                        customer(number),
                        strategy(body.strategy),
                        Objects.requireNonNullElse(body.reason, "")),
                caller.today());
    }

    @Operation(summary = "Treat a customer like others again")
    @DeleteMapping("/api/v1/customers/{number}/strategy")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unchoose(Caller caller, @PathVariable String number) {
        long customer = customer(number);
        assignments.on(caller.today()).stream()
                .filter(each -> Objects.equals(each.customerId(), customer))
                .forEach(each -> assignStrategy.end(caller.actor(), each.id(), caller.today()));
    }

    private static AssignmentJson json(Assignment each, List<StrategyVersion> all) {
        String strategy = all.stream()
                .filter(version -> version.strategyId() == each.strategyId())
                .findFirst()
                .orElseThrow()
                .name();
        return new AssignmentJson(
                each.id(), each.scope().code(), each.subject(), strategy, each.reason(), each.fromOn(), each.author());
    }

    private long strategy(@Nullable String name) {
        return strategies.named(Objects.requireNonNullElse(name, "")).stream()
                .findFirst()
                .orElseThrow(
                        () -> BadInput.in("strategy", "There is no strategy of this name; see /api/v1/strategies."))
                .strategyId();
    }

    private long customer(String number) {
        return customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
    }
}
