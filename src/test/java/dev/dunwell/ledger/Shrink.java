package dev.dunwell.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds a short list that still fails, by leaving out ever smaller pieces (ddmin, Zeller and Hildebrandt 2002). */
final class Shrink {

    private static final int MOST_TRIES = 300;

    private Shrink() {}

    /** @param fails true of the list given; asked of shorter and shorter ones, at most 300 times */
    static <T> List<T> shortest(List<T> failing, Predicate<List<T>> fails) {
        List<T> shortest = failing;
        int tries = 0;
        int pieces = 2;
        while (shortest.size() > 1 && tries < MOST_TRIES) {
            int size = Math.ceilDiv(shortest.size(), pieces);
            List<T> found = null;
            for (int from = 0; from < shortest.size() && found == null && tries < MOST_TRIES; from += size) {
                List<T> without = without(shortest, from, Math.min(from + size, shortest.size()));
                tries++;
                found = fails.test(without) ? without : null;
            }
            if (found != null) {
                shortest = found;
                pieces = Math.max(2, pieces - 1);
            } else if (size == 1) {
                return shortest;
            } else {
                pieces = Math.min(shortest.size(), pieces * 2);
            }
        }
        return shortest;
    }

    private static <T> List<T> without(List<T> list, int from, int to) {
        List<T> rest = new ArrayList<>(list.subList(0, from));
        rest.addAll(list.subList(to, list.size()));
        return rest;
    }
}
