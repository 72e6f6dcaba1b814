package dev.dunwell.collections;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What strategies ask of an item: how it came to where it is, and what came back.
 *
 * @param versionId the version of a strategy under which the last step was taken, 0 for what ships
 * @param isDelivered whether a report or better shows that the invoice arrived
 * @param answeredOn the last day on which the customer answered us in any way, null when never
 * @param journey how it came through its stages, beyond the steps taken
 */
public record Progress(
        long versionId, boolean isDelivered, @Nullable LocalDate answeredOn, Journey journey) {

    /** An item of whose stages nothing more is known than its steps. */
    public Progress(long versionId, boolean isDelivered, @Nullable LocalDate answeredOn) {
        this(versionId, isDelivered, answeredOn, Journey.CLEAR);
    }

    Progress with(Journey journey) {
        return new Progress(versionId, isDelivered, answeredOn, journey);
    }

    /** Nothing came back yet. */
    public static final Progress NONE = new Progress(0, false, null);
}
