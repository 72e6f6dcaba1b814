package dev.dunwell.collections;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an item was decided as it was on one day: the whole of the why page.
 *
 * @param due the step that was due, null when none was
 * @param gate every question of the gate with its answer
 * @param plan every step of the strategy, in order
 */
public record Explanation(Decision decision, @Nullable DueStep due, List<Gate.Line> gate, List<Planned> plan) {

    /** A step of the strategy for this item: the day it was taken, is due or is planned for. */
    public record Planned(Step step, LocalDate on, State state) {}

    /** How far a step is. */
    public enum State {
        /** The last step taken. */
        TAKEN,
        /** Below the last step taken: taken or overtaken, which the history of the item knows. */
        PASSED,
        /** Due today, whether or not the gate lets it go. */
        DUE,
        /** Comes on its day, if everything before it is taken on its own. */
        PLANNED,
        /** Will not come any more: it lapsed or is overtaken. */
        LEFT_OUT
    }
}
