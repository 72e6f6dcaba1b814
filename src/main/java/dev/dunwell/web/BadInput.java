package dev.dunwell.web;

import dev.dunwell.kernel.Problem;
import java.util.List;

/** Input that cannot be used, with each problem in its place; nothing was changed. */
public class BadInput extends RuntimeException {

    private final transient List<Problem> problems;

    public BadInput(List<Problem> problems) {
        super(String.join(" ", problems.stream().map(Problem::message).toList()));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
