package dev.dunwell.kernel;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with something that came from outside, where it is, and what to do about it.
 *
 * @param row the line or row as a person counts it in the file, the first line being 1; 0 when it concerns the whole
 * @param column the heading or field, empty when it concerns the whole row
 * @param message what is wrong and what to do, one sentence for the person who can mend it
 */
public record Problem(long row, String column, String message) {

    /** What is wrong with a field that acts call by any of these names; null when nothing is. */
    public static @Nullable String at(List<Problem> problems, String... names) {
        List<String> known = List.of(names);
        return problems.stream()
                .filter(problem -> known.contains(problem.column))
                .map(Problem::message)
                .findFirst()
                .orElse(null);
    }

    /** What is wrong with none of these fields, and has to be said beside no field in particular. */
    public static List<Problem> elsewhere(List<Problem> problems, Set<String> fields) {
        return problems.stream()
                .filter(problem -> !fields.contains(problem.column))
                .toList();
    }
}
