package dev.dunwell.collections;

import java.time.LocalDate;

/**
 * A step with the day on which it comes due for one item.
 *
 * @param originalOn the anchor plus the step's days
 * @param on the day it was moved to, a working day
 */
public record DueStep(Step step, LocalDate originalOn, LocalDate on, Moved moved) {

    /** Why a step comes on another day than its own. */
    public enum Moved {
        NOT,
        /** Its own day is quiet. */
        TO_WORKING_DAY,
        /** The step before it is too near, or the deadline given with it has not passed. */
        AFTER_LAST_STEP
    }
}
