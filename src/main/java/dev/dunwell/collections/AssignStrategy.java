package dev.dunwell.collections;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.collections.Assignment.Scope;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says whom a strategy is for: a customer, a tag, a way of paying, everybody. What was said of the same before ends
 * today and is kept. Refuses an assignment without a subject or a strategy, one for a customer without a reason, and to
 * leave the organisation without any.
 */
@Component
public class AssignStrategy {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_TAG = 100;

    private final Strategies strategies;
    private final Assignments assignments;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    AssignStrategy(Strategies strategies, Assignments assignments, Audit audit, ApplicationEventPublisher events) {
        this.strategies = strategies;
        this.assignments = assignments;
        this.audit = audit;
        this.events = events;
    }

    /**
     * @param subject the tag or the kind of conduct, in small letters; empty for the others
     * @param customerId only with the scope of a customer
     */
    public record Wanted(
            Scope scope, String subject, @Nullable Long customerId, long strategyId, String reason) {}

    /** @param today of the organisation, from when on it counts */
    @Transactional
    public void assign(Actor actor, Wanted wanted, LocalDate today) {
        StrategyVersion strategy = strategies.versions(wanted.strategyId()).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("strategy"));
        check(wanted);
        assignments.end(wanted, today, actor);
        assignments.insert(wanted, today, actor);
        audit.write(
                actor,
                "strategy.assigned",
                wanted.customerId() == null ? "strategy" : "customer",
                wanted.customerId() == null ? wanted.strategyId() : wanted.customerId(),
                Map.of(
                        "strategy", strategy.name(),
                        "scope", wanted.scope().code(),
                        "subject", wanted.subject(),
                        "reason", wanted.reason()));
        tell(wanted.customerId());
    }

    /** Ends an assignment: whatever is less particular takes over. Nothing happens when it has ended already. */
    @Transactional
    public void end(Actor actor, long assignmentId, LocalDate today) {
        Assignment running = assignments.running(assignmentId).orElse(null);
        if (running == null) {
            return;
        } else if (running.scope() == Scope.ORGANISATION) {
            throw Refusal.because(
                    "last-strategy", "Everybody needs a strategy: choose another for the organisation instead.");
        }
        assignments.end(assignmentId, today, actor);
        audit.write(
                actor,
                "strategy.unassigned",
                running.customerId() == null ? "strategy" : "customer",
                running.customerId() == null ? running.strategyId() : running.customerId(),
                Map.of("scope", running.scope().code(), "subject", running.subject()));
        tell(running.customerId());
    }

    private void tell(@Nullable Long customerId) {
        events.publishEvent(customerId == null ? new StrategiesChanged() : new CustomersTouched(Set.of(customerId)));
    }

    private static void check(Wanted wanted) {
        List<Problem> problems = new ArrayList<>();
        if (wanted.scope() == Scope.SEGMENT
                && (wanted.subject().isBlank() || wanted.subject().length() > LONGEST_TAG)) {
            problems.add(new Problem(0, "subject", "Say which tag: customers that have it get the strategy."));
        }
        if (wanted.scope() == Scope.CONDUCT
                && Arrays.stream(Conduct.Kind.values()).noneMatch(k -> k.code().equals(wanted.subject()))) {
            problems.add(new Problem(0, "subject", "Choose a way of paying from the list."));
        }
        if (wanted.scope() == Scope.CUSTOMER && wanted.reason().isBlank()) {
            problems.add(new Problem(0, "reason", "Say why this customer is dealt with in its own way."));
        }
        if (wanted.reason().length() > LONGEST_REASON) {
            problems.add(new Problem(0, "reason", "Say it in at most 500 characters."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
