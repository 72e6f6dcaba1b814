package dev.dunwell.demo;

import dev.dunwell.collections.AssignStrategy;
import dev.dunwell.collections.Assignment.Scope;
import dev.dunwell.collections.Assignments;
import dev.dunwell.collections.Strategies;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is dealt with by which strategy in a story. */
@Component
class StrategyVerbs implements Verb.Source {

    private final Names names;
    private final Strategies strategies;
    private final Assignments assignments;
    private final AssignStrategy assignStrategy;

    StrategyVerbs(Names names, Strategies strategies, Assignments assignments, AssignStrategy assignStrategy) {
        this.names = names;
        this.strategies = strategies;
        this.assignments = assignments;
        this.assignStrategy = assignStrategy;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(
                new Verb("strategy \"NAME\" for (customer CUSTOMER|tag \"TAG\"|everybody) \"REASON\"", this::assign),
                new Verb("no-strategy for (customer CUSTOMER|tag \"TAG\")", this::end));
    }

    private void assign(Scene scene, Words words) {
        String name = words.next("NAME");
        words.expect("for");
        Whom whom = whom(words);
        String reason = words.next("REASON");
        words.checkNoneLeft();
        long strategy = strategies.named(name).stream()
                .findFirst()
                .orElseThrow(() -> words.mistake("There is no strategy " + name + "."))
                .strategyId();
        var wanted = new AssignStrategy.Wanted(whom.scope, whom.subject, whom.customerId, strategy, reason);
        assignStrategy.assign(scene.actor(), wanted, scene.today());
    }

    private void end(Scene scene, Words words) {
        words.expect("for");
        Whom whom = whom(words);
        words.checkNoneLeft();
        assignments.on(scene.today()).stream()
                .filter(each -> each.scope() == whom.scope
                        && each.subject().equals(whom.subject)
                        && Objects.equals(each.customerId(), whom.customerId))
                .forEach(each -> assignStrategy.end(scene.actor(), each.id(), scene.today()));
    }

    private record Whom(
            Scope scope, String subject, @Nullable Long customerId) {}

    private Whom whom(Words words) {
        if (words.skip("customer")) {
            return new Whom(Scope.CUSTOMER, "", names.customer(words).id());
        } else if (words.skip("tag")) {
            return new Whom(Scope.SEGMENT, words.next("TAG").toLowerCase(Locale.ROOT), null);
        } else {
            words.expect("everybody");
            return new Whom(Scope.ORGANISATION, "", null);
        }
    }
}
