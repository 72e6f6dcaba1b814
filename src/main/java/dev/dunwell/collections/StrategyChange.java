package dev.dunwell.collections;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that a version of a strategy says otherwise than another. Pure.
 *
 * @param kind what became of it
 * @param about the step or the property, such as {@code Firm reminder} or {@code Cool-down}
 * @param heading what of it changed, such as {@code Day}; empty for a step as a whole
 * @param before what it said; empty when it was not there
 * @param after what it says now; empty when it is gone
 */
public record StrategyChange(Kind kind, String about, String heading, String before, String after) {

    /** What became of it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** Step by step in the order of the ladder; steps are the same when their names are. */
    public static List<StrategyChange> between(StrategyVersion before, StrategyVersion after) {
        List<StrategyChange> changes = new ArrayList<>();
        changed(changes, "Purpose", "", before.purpose(), after.purpose());
        changes.addAll(between(before.ladder(), after.ladder()));
        return changes;
    }

    /** The same without the purpose. */
    public static List<StrategyChange> between(Strategy before, Strategy after) {
        List<StrategyChange> changes = new ArrayList<>();
        changed(changes, "Cool-down", "", days(before.cooldownDays()), days(after.cooldownDays()));
        changed(changes, "Days between steps", "", days(before.daysBetweenSteps()), days(after.daysBetweenSteps()));
        for (Step step : before.steps()) {
            if (named(after, step).isEmpty()) {
                changes.add(new StrategyChange(Kind.REMOVED, step.name(), "", StepText.line(step), ""));
            }
        }
        for (Step step : after.steps()) {
            Optional<Step> old = named(before, step);
            if (old.isEmpty()) {
                changes.add(new StrategyChange(Kind.ADDED, step.name(), "", "", StepText.line(step)));
            } else {
                changes.addAll(between(old.get(), step));
            }
        }
        return changes;
    }

    /** As one sentence, for a list or the audit. */
    public String sentence() {
        return switch (kind) {
            case ADDED -> about + " is new: " + after + ".";
            case REMOVED -> about + " is gone; it was " + before + ".";
            case CHANGED ->
                about + (heading.isEmpty() ? "" : ", " + heading.toLowerCase(Locale.ROOT)) + ": " + after
                        + " instead of " + before + ".";
        };
    }

    private static List<StrategyChange> between(Step before, Step after) {
        List<StrategyChange> changes = new ArrayList<>();
        Map<String, String> said = StepText.words(before);
        StepText.words(after)
                .forEach(
                        (heading, now) -> changed(changes, after.name(), heading, said.getOrDefault(heading, ""), now));
        return changes;
    }

    private static void changed(List<StrategyChange> to, String about, String heading, String before, String after) {
        if (!before.equals(after)) {
            to.add(new StrategyChange(Kind.CHANGED, about, heading, before, after));
        }
    }

    private static Optional<Step> named(Strategy in, Step step) {
        return in.steps().stream().filter(s -> s.name().equals(step.name())).findFirst();
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
