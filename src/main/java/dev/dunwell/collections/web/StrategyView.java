package dev.dunwell.collections.web;

import dev.dunwell.collections.Assignment;
import dev.dunwell.collections.Conduct;
import dev.dunwell.collections.StrategyChange;
import dev.dunwell.collections.StrategyVersion;
import dev.dunwell.web.Choice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One strategy: a version as a ladder, every version with what it changed, and whom the strategy is for.
 *
 * @param inForce the version that decides today, null when none does yet
 * @param history every version, the newest first, with what each changed
 * @param against the version that the shown one is compared with, null when with none
 * @param difference what the shown one says otherwise
 */
public record StrategyView(
        StrategyVersion shown,
        @Nullable StrategyVersion inForce,
        LadderView ladder,
        List<Chapter> history,
        @Nullable StrategyVersion against,
        List<StrategyChange> difference,
        List<Assignment> assignments,
        boolean mayChange) {

    /** A version and what it changed; the first one changed nothing. */
    public record Chapter(StrategyVersion version, List<StrategyChange> changes) {}

    static List<Chapter> history(List<StrategyVersion> versions) {
        List<Chapter> history = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            boolean isFirst = i + 1 == versions.size();
            history.add(new Chapter(
                    versions.get(i),
                    isFirst ? List.of() : StrategyChange.between(versions.get(i + 1), versions.get(i))));
        }
        return history;
    }

    /** The versions to choose from. */
    public List<Choice> versions() {
        return history.stream()
                .map(chapter -> new Choice(
                        "" + chapter.version().number(),
                        "version " + chapter.version().number()))
                .toList();
    }

    public boolean isInForce() {
        return inForce != null && inForce.id() == shown.id();
    }

    /** Whom an assignment is for, in a few words. */
    public static String whom(Assignment assignment) {
        return switch (assignment.scope()) {
            case ORGANISATION -> "Everybody else";
            case SEGMENT -> "Tagged “" + assignment.subject() + "”";
            case CONDUCT ->
                Conduct.Kind.valueOf(assignment.subject().toUpperCase(Locale.ROOT))
                        .title();
            case CUSTOMER -> "One customer";
        };
    }

    /** Since when, for people: what ships counts always. */
    public static boolean isAlways(LocalDate day) {
        return day.getYear() < 1901;
    }
}
