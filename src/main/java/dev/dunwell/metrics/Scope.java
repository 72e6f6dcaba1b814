package dev.dunwell.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose figures: of all customers, or of those with all these marks.
 *
 * @param customers their numbers; empty for all
 * @param segment a tag of theirs
 * @param collector the person who looks after them
 */
public record Scope(
        List<String> customers,
        @Nullable String segment,
        @Nullable Long collector) {

    public static final Scope ALL = new Scope(List.of(), null, null);

    public Scope {
        customers = List.copyOf(customers);
    }

    public boolean isAll() {
        return customers.isEmpty() && segment == null && collector == null;
    }
}
