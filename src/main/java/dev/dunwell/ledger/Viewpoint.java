package dev.dunwell.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From where a report is looked at, as asked for: {@code ?asOf=2026-03-31&knownAt=2026-04-02T09:30}. {@link Knowledge}
 * reads it.
 *
 * @param asOf the day; null: today
 * @param knownAt a moment with its zone, one in the organisation's zone, or a day, meaning its end; blank: now
 */
public record Viewpoint(@Nullable LocalDate asOf, @Nullable String knownAt) {}
