package dev.dunwell.statements;

import dev.dunwell.ledger.AsOf;
import java.time.LocalDate;
import java.util.List;

/**
 * Which statement is wanted.
 *
 * @param from the first day of the period; for what is open it does not matter
 * @param to the last day, and the moment whose knowledge it uses
 * @param bucketDays the last days of the aging buckets at its foot
 */
public record Asked(Statement.Kind kind, LocalDate from, AsOf to, List<Integer> bucketDays) {

    public Asked {
        bucketDays = List.copyOf(bucketDays);
    }
}
