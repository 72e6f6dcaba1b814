package dev.dunwell.collections.web;

import dev.dunwell.collections.Assignment;
import dev.dunwell.collections.WhichStrategy;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.Choice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The strategy of a customer, and the form to choose another.
 *
 * @param own the customer's own assignment, null when it has none
 */
public record StrategyPanelView(
        long customerId,
        WhichStrategy.Answer answer,
        @Nullable Assignment own,
        List<Choice> choices,
        Map<String, String> values,
        List<Problem> problems,
        boolean mayChange) {

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with a field, null when nothing is. */
    public @Nullable String problem(String field) {
        return Problem.at(problems, field);
    }
}
