package dev.dunwell.relations.web;

import dev.dunwell.relations.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an address asks for: days, and the rows of one part of a figure; everything may be missing.
 *
 * @param part by what the figure is parted, {@code person}
 * @param name which part, empty for what belongs to nobody
 * @param state which of its rows, {@code running}
 */
record PeriodAsked(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate asOf,
        @Nullable String part,
        @Nullable String name,
        @Nullable String state) {

    Period period(LocalDate today) {
        return Period.of(from, to, asOf, today);
    }

    /** The name that was asked for of this part, null when another part or none was. */
    @Nullable
    String of(String which) {
        return which.equals(part) ? (name == null ? "" : name) : null;
    }

    Links links(String path, LocalDate today) {
        return new Links(path, period(today), part, name, state);
    }
}
