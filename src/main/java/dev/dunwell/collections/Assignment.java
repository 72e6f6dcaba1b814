package dev.dunwell.collections;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom a strategy is for.
 *
 * @param subject the tag of a segment, the {@link Conduct.Kind} of a conduct; empty for the others
 * @param customerId the one customer, null for every other scope
 * @param fromOn the first day of the organisation on which it counts
 */
public record Assignment(
        long id,
        Scope scope,
        String subject,
        @Nullable Long customerId,
        long strategyId,
        LocalDate fromOn,
        String author,
        String reason) {

    /** What somebody is picked by, the most particular first. */
    public enum Scope {
        CUSTOMER,
        SEGMENT,
        CONDUCT,
        ORGANISATION;

        /** The name in the database and in the API, {@code segment}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
