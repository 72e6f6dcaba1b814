package dev.dunwell.demo;

import dev.dunwell.collections.AssignStrategy;
import dev.dunwell.collections.Assignment;
import dev.dunwell.collections.Channel;
import dev.dunwell.collections.RecordStrategy;
import dev.dunwell.collections.Step;
import dev.dunwell.collections.Strategies;
import dev.dunwell.collections.Strategy;
import dev.dunwell.collections.StrategyVersion;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How a story asks for its money, where it is not as shipped. */
@Component
class StrategyVerbs implements Verb.Source {

    private final Strategies strategies;
    private final RecordStrategy recordStrategy;
    private final AssignStrategy assignStrategy;

    StrategyVerbs(Strategies strategies, RecordStrategy recordStrategy, AssignStrategy assignStrategy) {
        this.strategies = strategies;
        this.recordStrategy = recordStrategy;
        this.assignStrategy = assignStrategy;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(new Verb("strategy \"NAME\" \"STEP\" by CHANNEL", this::strategy));
    }

    /** Everybody's from now on: as it was, or as shipped, with one step by another channel. */
    private void strategy(Scene scene, Words words) {
        String name = words.next("NAME");
        String changed = words.next("STEP");
        if (!words.skip("by")) {
            throw words.mistake("Say by which channel.");
        }
        Channel channel = Channel.valueOf(words.next("CHANNEL").toUpperCase(Locale.ROOT));
        words.checkNoneLeft();
        List<StrategyVersion> before = strategies.named(name);
        Strategy from =
                before.isEmpty() ? Strategy.sixStages() : before.getFirst().ladder();
        List<Step> steps = from.steps().stream()
                .map(step -> step.name().equals(changed) ? step.by(channel) : step)
                .toList();
        StrategyVersion written = recordStrategy.record(
                scene.actor(),
                new RecordStrategy.Wanted(
                        before.isEmpty() ? null : before.getFirst().strategyId(),
                        new Strategy.Draft(name, steps, from.cooldownDays(), from.daysBetweenSteps()),
                        "For everybody.",
                        scene.today(),
                        "The story asks for it."),
                scene.today());
        if (before.isEmpty()) {
            assignStrategy.assign(
                    scene.actor(),
                    new AssignStrategy.Wanted(
                            Assignment.Scope.ORGANISATION, "", null, written.strategyId(), "The story asks for it."),
                    scene.today());
        }
    }
}
