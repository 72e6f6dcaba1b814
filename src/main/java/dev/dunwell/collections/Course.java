package dev.dunwell.collections;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What strategies ask of an item: how it came to where it is, and what came back.
 *
 * @param versionId the version of a strategy under which the last step was taken, 0 for what ships
 * @param isDelivered whether somebody is known to have the invoice
 * @param answeredOn the last day on which the customer answered us in any way, null when never
 */
public record Course(
        long versionId, boolean isDelivered, @Nullable LocalDate answeredOn) {

    /** Nothing came back yet. */
    public static final Course NONE = new Course(0, false, null);
}
