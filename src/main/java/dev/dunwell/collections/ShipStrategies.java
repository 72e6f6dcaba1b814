package dev.dunwell.collections;

import dev.dunwell.access.Actor;
import dev.dunwell.access.OrganisationFounded;
import dev.dunwell.collections.Assignment.Scope;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives an organisation the strategies that work on day one: six stages for everybody, the gentle one for the
 * long-standing and the first-time-late, the quick one for the new and the usually late. What is there already stays.
 */
@Component
public class ShipStrategies {

    private static final Actor SHIPPED = Actor.automation("Dunwell");
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
    private static final Map<Conduct.Kind, Strategy> BY_CONDUCT = Map.of(
            Conduct.Kind.USUALLY_LATE, Shipped.QUICK,
            Conduct.Kind.NEW, Shipped.QUICK,
            Conduct.Kind.FIRST_TIME_LATE, Shipped.GENTLE,
            Conduct.Kind.LONG_STANDING, Shipped.GENTLE);

    private final Strategies strategies;
    private final Assignments assignments;

    ShipStrategies(Strategies strategies, Assignments assignments) {
        this.strategies = strategies;
        this.assignments = assignments;
    }

    @EventListener
    void on(OrganisationFounded event) {
        ship();
    }

    /** Does nothing for an organisation that has any strategy. */
    @Transactional
    public void ship() {
        if (strategies.all().isEmpty()) {
            for (Shipped.One one : Shipped.ALL) {
                write(one);
            }
        }
    }

    private void write(Shipped.One one) {
        long id = strategies.insert(one.strategy().name()).orElseThrow();
        var wanted = new RecordStrategy.Wanted(id, one.strategy().draft(), one.purpose(), ALWAYS, "As shipped.");
        strategies.insert(id, one.strategy(), wanted, SHIPPED.name());
        if (one.strategy().equals(Shipped.SIX_STAGES)) {
            assign(Scope.ORGANISATION, "", id);
        }
        BY_CONDUCT.forEach((kind, strategy) -> {
            if (strategy.equals(one.strategy())) {
                assign(Scope.CONDUCT, kind.code(), id);
            }
        });
    }

    private void assign(Scope scope, String subject, long strategyId) {
        assignments.insert(new AssignStrategy.Wanted(scope, subject, null, strategyId, ""), ALWAYS, SHIPPED);
    }
}
