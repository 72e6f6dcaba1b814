package dev.dunwell.reach;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When a customer is best called: the two hours of their day in which calls were answered most. Pure.
 *
 * <p>Two-hour bands are compared by (answered + 1) / (calls + 2), Laplace's rule of succession, so that one lucky call
 * does not outdo nine of ten; of two that are equal the earlier counts. Nothing is said before two calls were answered
 * in one band.
 *
 * @param from the first hour, by their clock, 0 to 22; the band ends two hours later
 * @param reached how many of {@code calls} in it were answered
 */
public record GoodHours(int from, int calls, int reached) {

    private static final int BAND = 2;
    private static final int LEAST = 2;

    /** Calls of one hour of the day, by the clock of who was called. */
    public record Hour(int hour, int calls, int reached) {}

    /** @param hours each hour at most once; empty when nobody was called */
    static Optional<GoodHours> of(List<Hour> hours) {
        var bands = new TreeMap<Integer, GoodHours>();
        for (Hour each : hours) {
            int from = each.hour / BAND * BAND;
            bands.merge(from, new GoodHours(from, each.calls, each.reached), GoodHours::plus);
        }
        return bands.values().stream()
                .filter(band -> band.reached >= LEAST)
                .max(((Comparator<GoodHours>) GoodHours::byShare).thenComparing(band -> -band.from));
    }

    public int until() {
        return from + BAND;
    }

    private GoodHours plus(GoodHours other) {
        return new GoodHours(from, calls + other.calls, reached + other.reached);
    }

    private static int byShare(GoodHours one, GoodHours other) {
        return Integer.compare((one.reached + 1) * (other.calls + 2), (other.reached + 1) * (one.calls + 2));
    }
}
