package dev.dunwell.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next where the following page begins, null on the last one
 */
public record Slice<T>(List<T> rows, @Nullable Cursor next) {

    public Slice {
        rows = List.copyOf(rows);
    }

    /**
     * Cuts a page from rows of which one more was fetched than the page holds.
     *
     * @param key the sort keys of a row
     */
    public static <T> Slice<T> of(List<T> fetched, int size, Function<T, Cursor> key) {
        if (fetched.size() > size) {
            List<T> rows = fetched.subList(0, size);
            return new Slice<>(rows, key.apply(rows.getLast()));
        } else {
            return new Slice<>(fetched, null);
        }
    }
}
