package dev.dunwell.deals;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may buy.
 *
 * @param customer null while nobody there has bought
 * @param origin where the lead came from; empty when nobody said
 * @param owner who looks after it; empty when nobody does
 * @param worth net; null when nobody knows yet
 * @param firstTouchOn the day on which somebody answered first
 * @param outcome null while it is open
 */
public record Opportunity(
        long id,
        Quote.@Nullable Customer customer,
        String name,
        String origin,
        String owner,
        @Nullable Money worth,
        LocalDate createdOn,
        @Nullable LocalDate firstTouchOn,
        @Nullable Outcome outcome) {

    /**
     * How it ended.
     *
     * @param why it was lost; null when it was won
     */
    public record Outcome(
            boolean isWon, LocalDate on, @Nullable String why) {}
}
