package dev.dunwell.collections;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a strategy says from a day on; never edited. What was decided under it stays explained by it.
 *
 * @param id 0 for what ships, where the organisation has written none of its own
 * @param purpose whom it is for, in a sentence
 * @param validFrom the first day of the organisation on which it decides
 * @param reason why it was written
 */
public record StrategyVersion(
        long id,
        long strategyId,
        Strategy ladder,
        String purpose,
        LocalDate validFrom,
        String author,
        String reason,
        Instant recordedAt) {

    /** Six stages, for an organisation that has no strategies of its own. */
    static final StrategyVersion SHIPPED = new StrategyVersion(
            0,
            0,
            Strategy.sixStages(),
            Shipped.ALL.getFirst().purpose(),
            LocalDate.EPOCH,
            "Dunwell",
            "As shipped.",
            Instant.EPOCH);

    public String name() {
        return ladder.name();
    }

    public int number() {
        return ladder.version();
    }

    /** {@code Six stages, version 2}. */
    public String title() {
        return name() + ", version " + number();
    }
}
