package dev.dunwell.briefs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What whoever calls has to know first.
 *
 * @param contactName of whom it is said, null when of the whole customer
 */
public record PinnedFact(
        long id, long customerId, @Nullable String contactName, String fact, LocalDate pinnedOn, String author) {}
