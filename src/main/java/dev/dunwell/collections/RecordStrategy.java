package dev.dunwell.collections;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Problem;
import dev.dunwell.messaging.Letters;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes a strategy down: the first version of a name, or its next one. Refuses what {@link StrategyRules} refuses, a
 * template that does not exist, a version without a reason, one that begins in the past or before the one it follows,
 * and one that changes nothing.
 */
@Component
public class RecordStrategy {

    private static final int LONGEST = 500;

    private final Strategies strategies;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    RecordStrategy(Strategies strategies, Audit audit, ApplicationEventPublisher events) {
        this.strategies = strategies;
        this.audit = audit;
        this.events = events;
    }

    /**
     * @param strategyId the strategy that gets a next version; null for a new one. Its name stays what it is
     * @param purpose whom it is for
     * @param validFrom the first day on which it decides
     * @param reason why it is written
     */
    public record Wanted(
            @Nullable Long strategyId,
            Strategy.Draft draft,
            String purpose,
            @Nullable LocalDate validFrom,
            String reason) {}

    /** @param today of the organisation: a version that begins today decides at once */
    @Transactional
    public StrategyVersion record(Actor actor, Wanted wanted, LocalDate today) {
        Long known = wanted.strategyId();
        StrategyVersion last = known == null
                ? null
                : strategies.versions(known).stream().findFirst().orElseThrow(() -> new NotFound("strategy"));
        check(wanted, last, today);
        Strategy ladder = wanted.draft().as(last == null ? 1 : last.number() + 1);
        long strategyId = known == null ? strategies.insert(ladder.name()).orElseThrow(() -> taken(ladder)) : known;
        long id = strategies.insert(strategyId, ladder, wanted, actor.name()).orElseThrow(() -> taken(ladder));
        StrategyVersion written = strategies.byId(id).orElseThrow();
        audit.write(
                actor,
                "strategy.recorded",
                "strategy",
                strategyId,
                Map.of(
                        "strategy", written.title(),
                        "validFrom", written.validFrom().toString(),
                        "reason", written.reason(),
                        "changes", last == null ? List.of("the first version") : changes(last, written)));
        if (!written.validFrom().isAfter(today)) {
            events.publishEvent(new StrategiesChanged());
        }
        return written;
    }

    /** Everything that {@link #record} would refuse. */
    public static List<Problem> problems(Wanted wanted, @Nullable StrategyVersion last, LocalDate today) {
        List<Problem> problems = new ArrayList<>(wanted.draft().problems());
        for (Step step : wanted.draft().steps()) {
            if (!step.template().isEmpty() && !Letters.TEMPLATES.contains(step.template())) {
                String what = "Step %d (%s) uses the template “%s”, which does not exist: choose one of %s."
                        .formatted(step.number(), step.name(), step.template(), String.join(", ", Letters.TEMPLATES));
                problems.add(new Problem(step.number(), "template", what));
            }
        }
        if (!wanted.draft().steps().isEmpty()
                && wanted.draft().steps().getFirst().stage() != Stage.SENT) {
            problems.add(new Problem(
                    1, "stage", "Every invoice begins by being sent: let a step of stage 1 come before the others."));
        }
        if (wanted.purpose().length() > LONGEST) {
            problems.add(new Problem(0, "purpose", "Say in at most 500 characters whom it is for."));
        }
        if (wanted.reason().isBlank() || wanted.reason().length() > LONGEST) {
            problems.add(new Problem(0, "reason", "Say why, in at most 500 characters; it is kept with the version."));
        }
        problems.addAll(dayProblems(wanted.validFrom(), last, today));
        if (problems.isEmpty() && last != null && isSame(wanted, last)) {
            problems.add(new Problem(
                    0, "steps", "This is what version " + last.number() + " says already: change something first."));
        }
        return problems;
    }

    private void check(Wanted wanted, @Nullable StrategyVersion last, LocalDate today) {
        List<Problem> problems = new ArrayList<>(problems(wanted, last, today));
        if (last == null && !strategies.named(wanted.draft().name()).isEmpty()) {
            problems.add(new Problem(0, "name", "There is a strategy of this name. Write its next version instead."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private static List<Problem> dayProblems(
            @Nullable LocalDate validFrom, @Nullable StrategyVersion last, LocalDate today) {
        if (validFrom == null) {
            return List.of(new Problem(0, "validFrom", "Say from which day on it decides."));
        } else if (validFrom.isBefore(today)) {
            String what = "What was decided stays as it was: give today, " + today + ", or a later day.";
            return List.of(new Problem(0, "validFrom", what));
        } else if (last != null && validFrom.isBefore(last.validFrom())) {
            return List.of(new Problem(
                    0,
                    "validFrom",
                    "Version %d decides from %s on. Give that day or a later one."
                            .formatted(last.number(), last.validFrom())));
        } else {
            return List.of();
        }
    }

    private static boolean isSame(Wanted wanted, StrategyVersion last) {
        return wanted.draft().equals(last.ladder().draft())
                && wanted.purpose().strip().equals(last.purpose());
    }

    private static List<String> changes(StrategyVersion last, StrategyVersion written) {
        return StrategyChange.between(last, written).stream()
                .map(StrategyChange::sentence)
                .toList();
    }

    private static Refusal taken(Strategy ladder) {
        return Refusal.conflict(
                "version-taken",
                "Somebody else wrote version " + ladder.version() + " of " + ladder.name()
                        + " meanwhile. Look at it first.");
    }
}
