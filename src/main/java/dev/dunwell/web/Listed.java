package dev.dunwell.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list as the API answers it.
 *
 * @param next the {@code cursor} of the following page, null on the last one
 */
public record Listed<T>(List<T> items, @Nullable String next) {

    /** @param as how a row is written for programs */
    public static <S, T> Listed<T> of(Slice<S> slice, Function<S, T> as) {
        Cursor next = slice.next();
        return new Listed<>(slice.rows().stream().map(as).toList(), next == null ? null : next.toString());
    }
}
