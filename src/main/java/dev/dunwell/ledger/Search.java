package dev.dunwell.ledger;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Patterns for {@code like} from what a person typed: their percent signs and underscores mean themselves. */
final class Search {

    private Search() {}

    /** Found anywhere; null when nothing was typed. */
    static @Nullable String part(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : "%" + literal(typed) + "%";
    }

    /** Found at the beginning; null when nothing was typed. */
    static @Nullable String beginning(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : literal(typed) + "%";
    }

    private static String literal(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
    }
}
