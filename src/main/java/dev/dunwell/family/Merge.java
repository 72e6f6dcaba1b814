package dev.dunwell.family;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer that was merged into another.
 *
 * @param moved the ids of what went over, by table and column, such as {@code invoice.customer_id}
 * @param undoneAt null while it stands
 */
public record Merge(
        long id,
        Relation.Named from,
        Relation.Named into,
        String reason,
        Map<String, List<Long>> moved,
        String author,
        Instant mergedAt,
        @Nullable Instant undoneAt) {

    /** How many rows of a table went over. */
    public int count(String table) {
        return moved.getOrDefault(table + ".customer_id", List.of()).size();
    }
}
