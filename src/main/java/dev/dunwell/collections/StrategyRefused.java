package dev.dunwell.collections;

import dev.dunwell.kernel.Problem;
import java.util.List;

/** A strategy whose parts do not fit, with every problem: its step as the row, its field, and what to do. */
public class StrategyRefused extends IllegalArgumentException {

    private final transient List<Problem> problems;

    StrategyRefused(List<Problem> problems) {
        super(String.join(" ", problems.stream().map(Problem::message).toList()));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
