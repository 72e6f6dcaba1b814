package dev.dunwell.access.web;

import dev.dunwell.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Problems and values as a form's fields want them. */
final class Fields {

    private Fields() {}

    /** The first problem of each field, by the field's name. */
    static Map<String, String> byName(List<Problem> problems) {
        return problems.stream().collect(Collectors.toMap(Problem::column, Problem::message, (first, _) -> first));
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
