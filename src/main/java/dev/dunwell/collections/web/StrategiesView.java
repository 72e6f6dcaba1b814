package dev.dunwell.collections.web;

import dev.dunwell.collections.Assignment;
import dev.dunwell.collections.Assignment.Scope;
import dev.dunwell.collections.Conduct;
import dev.dunwell.collections.PreviewStrategy;
import dev.dunwell.collections.StrategyVersion;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.Choice;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All strategies, and who gets which: first the most particular.
 *
 * @param strategies of each the version in force today, or else its newest
 * @param assignments those that count today, but those of single customers
 * @param ofCustomers how many customers have one of their own
 * @param values what was typed into the form of an assignment
 * @param effect what that assignment would change tonight; null until somebody asked
 */
public record StrategiesView(
        List<StrategyVersion> strategies,
        List<Assignment> assignments,
        long ofCustomers,
        List<String> tags,
        Map<String, String> values,
        List<Problem> problems,
        PreviewStrategy.@Nullable Effect effect,
        boolean mayChange) {

    public StrategiesView {
        assignments = assignments.stream()
                .sorted(Comparator.comparing(Assignment::scope)
                        .thenComparingInt(StrategiesView::strength)
                        .thenComparing(Assignment::id))
                .toList();
    }

    public StrategyVersion of(Assignment assignment) {
        return strategies.stream()
                .filter(version -> version.strategyId() == assignment.strategyId())
                .findFirst()
                .orElseThrow();
    }

    /** Whom a strategy is for, in a few words each. */
    public List<String> whom(StrategyVersion version) {
        return assignments.stream()
                .filter(each -> each.strategyId() == version.strategyId())
                .map(StrategyView::whom)
                .toList();
    }

    /** What is meant by an assignment, in a sentence. */
    public static String meaning(Assignment assignment) {
        return switch (assignment.scope()) {
            case CONDUCT -> kind(assignment.subject()).meaning();
            case SEGMENT -> "Whoever has this tag; the first tag of a customer that has a strategy counts.";
            case ORGANISATION -> "Whoever nothing more particular is said of.";
            case CUSTOMER -> "";
        };
    }

    public List<Choice> choices() {
        return strategies.stream()
                .map(version -> new Choice("" + version.strategyId(), version.name()))
                .toList();
    }

    public static final List<Choice> KINDS = Arrays.stream(Conduct.Kind.values())
            .map(kind -> new Choice(kind.code(), kind.title()))
            .toList();

    public static final List<Choice> SCOPES = List.of(
            new Choice(Scope.SEGMENT.code(), "Customers with a tag"),
            new Choice(Scope.CONDUCT.code(), "Customers who pay like this"),
            new Choice(Scope.ORGANISATION.code(), "Everybody else"));

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public @Nullable String problem(String field) {
        return Problem.at(problems, field);
    }

    private static int strength(Assignment each) {
        return each.scope() == Scope.CONDUCT ? kind(each.subject()).ordinal() : 0;
    }

    private static Conduct.Kind kind(String code) {
        return Arrays.stream(Conduct.Kind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
