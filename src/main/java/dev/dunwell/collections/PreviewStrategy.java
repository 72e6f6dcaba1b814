package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What another strategy, or another choice of one, would change tonight: every open item decided twice, with and
 * without it. Nothing is written. Mail counts as switched on.
 */
@Component
public class PreviewStrategy {

    private static final int EXAMPLES = 10;
    private static final long DRAFT = -1;

    private final Strategies strategies;
    private final Judges judges;
    private final DecideAll decideAll;

    PreviewStrategy(Strategies strategies, Judges judges, DecideAll decideAll) {
        this.judges = judges;
        this.strategies = strategies;
        this.decideAll = decideAll;
    }

    /**
     * @param items open items looked at, but those whose message is written already
     * @param customers whose strategy would be another, in itself or in its version
     * @param changed items that would be decided otherwise
     * @param lines how many items are decided in which way, now and then; only where both differ
     * @param examples the first few items that would be decided otherwise
     */
    public record Effect(int items, int customers, int changed, List<Line> lines, List<Example> examples) {}

    /**
     * Items decided in the same way.
     *
     * @param what the step that is due, or why nothing is
     */
    public record Line(int stage, String what, int now, int then) {}

    /** One item that would be decided otherwise. */
    public record Example(long customerId, String customer, String invoice, String now, String then) {}

    /** A next version of a strategy, as if it were in force today. */
    public Effect ofVersion(Organisation organisation, LocalDate today, long strategyId, Strategy.Draft draft) {
        Playbook now = strategies.playbook(today);
        StrategyVersion last = now.inForce(strategyId);
        int number = last == null ? 1 : last.number() + 1;
        var then = new StrategyVersion(
                DRAFT, strategyId, draft.as(number), "", today, "", "What would change?", Instant.EPOCH);
        return compare(organisation, today, now, now.with(then));
    }

    /** An assignment, as if it counted today. */
    public Effect ofAssignment(Organisation organisation, LocalDate today, AssignStrategy.Wanted wanted) {
        Playbook now = strategies.playbook(today);
        var then = new Assignment(
                DRAFT, wanted.scope(), wanted.subject(), wanted.customerId(), wanted.strategyId(), today, "", "");
        return compare(organisation, today, now, now.with(then));
    }

    private Effect compare(Organisation organisation, LocalDate today, Playbook now, Playbook then) {
        var comparison = new Comparison(
                judges.of(organisation, now, today).withMailOn(),
                judges.of(organisation, then, today).withMailOn());
        decideAll.look(organisation, today, comparison::see);
        return comparison.effect();
    }

    private static final class Comparison {

        private final Judge now;
        private final Judge then;
        private final Map<Way, int[]> counts = new TreeMap<>();
        private final List<Example> examples = new ArrayList<>();
        private int items;
        private int customers;
        private int changed;

        Comparison(Judge now, Judge then) {
            this.now = now;
            this.then = then;
        }

        void see(Mailing mailing) {
            for (Dossier dossier : mailing.members()) {
                List<Verdict> before = now.decide(dossier);
                List<Verdict> after = then.decide(dossier);
                boolean isAnother = now.choice(dossier).version().id()
                        != then.choice(dossier).version().id();
                customers += isAnother && !before.isEmpty() ? 1 : 0;
                for (int i = 0; i < before.size(); i++) {
                    if (!before.get(i).item().isSentOn(now.today())) {
                        see(dossier, before.get(i), after.get(i));
                    }
                }
            }
        }

        private void see(Dossier dossier, Verdict before, Verdict after) {
            items++;
            count(before, 0);
            count(after, 1);
            boolean isOther = !before.decision().equals(after.decision());
            changed += isOther ? 1 : 0;
            if (isOther && examples.size() < EXAMPLES) {
                examples.add(new Example(
                        dossier.customerId(),
                        dossier.name(),
                        before.item().situation().number(),
                        before.decision().reason(),
                        after.decision().reason()));
            }
        }

        private void count(Verdict verdict, int side) {
            counts.computeIfAbsent(Way.of(verdict), _ -> new int[2])[side]++;
        }

        Effect effect() {
            List<Line> lines = counts.entrySet().stream()
                    .filter(entry -> entry.getValue()[0] != entry.getValue()[1])
                    .map(entry -> new Line(
                            entry.getKey().stage, entry.getKey().what, entry.getValue()[0], entry.getValue()[1]))
                    .toList();
            return new Effect(items, customers, changed, lines, List.copyOf(examples));
        }
    }

    /** In which way an item is decided: a step that is due by its name, everything else in a word. */
    private record Way(int stage, String what) implements Comparable<Way> {

        static Way of(Verdict verdict) {
            Decision decision = verdict.decision();
            return switch (decision.action()) {
                case SEND, CALL -> new Way(decision.stage().number(), step(verdict));
                case HOLD -> new Way(7, "Held by the gate");
                case WAIT -> new Way(8, "Waiting for its day");
            };
        }

        private static String step(Verdict verdict) {
            Step step = verdict.step();
            return step.name() + ", " + step.channel().title();
        }

        @Override
        public int compareTo(Way other) {
            int byStage = Integer.compare(stage, other.stage);
            return byStage == 0 ? what.compareTo(other.what) : byStage;
        }
    }

    /** The draft as one sentence: how much would change. */
    public static String sentence(@Nullable Effect effect) {
        if (effect == null) {
            return "";
        } else if (effect.changed == 0) {
            return "Tonight nothing would change for the " + effect.items + " open items.";
        } else {
            return "Tonight %d of %d open items would be decided otherwise; %d customers would be under it."
                    .formatted(effect.changed, effect.items, effect.customers);
        }
    }
}
