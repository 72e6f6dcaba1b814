package dev.dunwell.collections;

import dev.dunwell.reach.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many customers a night usually writes to: the median of the last nights that wrote to anybody. Pure.
 *
 * @param median null while there were too few nights to know
 */
record Usual(@Nullable Integer median) {

    private static final int ENOUGH_NIGHTS = 3;

    static Usual of(List<Integer> lastNights) {
        List<Integer> wrote = lastNights.stream().filter(n -> n > 0).sorted().toList();
        return new Usual(wrote.size() < ENOUGH_NIGHTS ? null : wrote.get(wrote.size() / 2));
    }

    /** Why a person must look at a night before it leaves, in a sentence; null when nobody must. */
    @Nullable
    String objection(int wanted, Limits.Brake brake) {
        if (median == null) {
            return null;
        }
        int most = Math.max(brake.floor(), brake.factor() * median);
        return wanted <= most
                ? null
                : "It wants to write to %d customers. Usual are %d; more than %d need a yes."
                        .formatted(wanted, median, most);
    }
}
