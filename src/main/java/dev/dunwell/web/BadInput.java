package dev.dunwell.web;

import dev.dunwell.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was sent cannot be used, with every problem found, each with its place (422). */
public class BadInput extends RuntimeException {

    private final transient List<Problem> problems;

    public BadInput(List<Problem> problems) {
        super(String.join(" ", problems.stream().map(Problem::message).toList()));
        this.problems = List.copyOf(problems);
    }

    /** One field is wrong; the message says what and what to do. */
    public static BadInput in(String field, String message) {
        return new BadInput(List.of(new Problem(0, field, message)));
    }

    public List<Problem> problems() {
        return problems;
    }

    /** What to say beside each field; the first where there are several. */
    public Map<String, String> byField() {
        return problems.stream().collect(Collectors.toMap(Problem::column, Problem::message, (first, _) -> first));
    }
}
