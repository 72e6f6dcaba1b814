package dev.dunwell.team;

import org.jspecify.annotations.Nullable;

/**
 * How a person works.
 *
 * @param contactsADay how many contacts they make in a day, null when nobody said
 * @param oldestFirst whether their worklist puts, inside a level, what is overdue longest first
 */
public record Habit(@Nullable Integer contactsADay, boolean oldestFirst) {

    /** Of whom nothing is known. */
    public static final Habit UNKNOWN = new Habit(null, false);

    /**
     * How many days a queue takes at this pace, begun days counted whole.
     *
     * @return null when the pace is not known
     */
    public @Nullable Integer daysFor(int queue) {
        return contactsADay == null ? null : Math.ceilDiv(queue, contactsADay);
    }
}
