package dev.dunwell.intake.formats;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.dunwell.intake.formats.table.Text;
import dev.dunwell.kernel.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which column gives which target. As JSON it is a flat object: {@code {"amount": "InvoiceAmount", "currency":
 * "=EUR"}}.
 *
 * @param columns target → heading of a column, or {@code =} and a constant that stands for every row
 */
public record Mapping(@JsonValue Map<String, String> columns) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Mapping(Map<String, String> columns) {
        this.columns = Collections.unmodifiableMap(new TreeMap<>(columns));
    }

    public boolean has(Target target) {
        return columns.containsKey(target.key());
    }

    public Mapping with(Target target, String source) {
        Map<String, String> more = new TreeMap<>(columns);
        more.put(target.key(), source);
        return new Mapping(more);
    }

    /** What is wrong with it for this kind and these headings: an unknown target, a column the file does not have. */
    public List<Problem> problems(Kind kind, List<String> headings) {
        List<Problem> problems = new ArrayList<>();
        columns.forEach((key, source) -> {
            Target target = Target.ofKey(key);
            if (target == null || !kind.targets().contains(target)) {
                problems.add(new Problem(
                        0,
                        key,
                        "%s is nothing that %s have. They have: %s."
                                .formatted(Text.quoted(key), kind.code(), keys(kind))));
            } else if (!source.startsWith("=") && !headings.contains(source)) {
                problems.add(new Problem(
                        0,
                        key,
                        "The file has no column %s. It has: %s."
                                .formatted(Text.quoted(source), String.join(", ", headings))));
            }
        });
        return problems;
    }

    /** The heading a target is read from; null when it is not mapped or has a constant. */
    @Nullable
    String column(Target target) {
        String source = columns.get(target.key());
        return source == null || source.startsWith("=") ? null : source;
    }

    /** The constant of a target; null when it is not mapped or read from a column. */
    @Nullable
    String constant(Target target) {
        String source = columns.get(target.key());
        return source == null || !source.startsWith("=") ? null : Text.clean(source.substring(1));
    }

    private static String keys(Kind kind) {
        return String.join(", ", kind.targets().stream().map(Target::key).toList());
    }
}
