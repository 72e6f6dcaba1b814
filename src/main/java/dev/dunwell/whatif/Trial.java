package dev.dunwell.whatif;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something tried on customers drawn by chance, while others were left as they were.
 *
 * @param what the scenario or the strategy that is tried
 * @param tag of the customers it was drawn from; empty for all
 * @param heldPercent about how many in a hundred were left as they were
 * @param draw the key of the draw: a customer is left when the first 8 hex digits of md5(draw:id), modulo 100, are
 *     below {@code heldPercent}
 * @param treated customers drawn, {@code held} left as they were
 * @param endedOn null while it runs
 */
public record Trial(
        long id,
        String name,
        String what,
        @Nullable Long strategyId,
        String tag,
        int heldPercent,
        String draw,
        LocalDate fromOn,
        String reason,
        String author,
        int treated,
        int held,
        @Nullable LocalDate endedOn) {

    /** What the customers it is tried on are tagged with while it runs. */
    public String mark() {
        return mark(name);
    }

    static String mark(String name) {
        return "trial: " + name;
    }
}
