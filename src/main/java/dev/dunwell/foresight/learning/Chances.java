package dev.dunwell.foresight.learning;

import java.util.Arrays;

/** What chance alone would do. */
final class Chances {

    private static final int MOST = 1_000_000;

    private Chances() {}

    /** The binomial tail: at least so many hits of so many tries, each with that share. */
    static double atLeast(int hits, int tries, double share) {
        double mass = Math.pow(1 - share, tries);
        double below = 0;
        double above = 0;
        for (int i = 0; i <= tries; i++) {
            below += i < hits ? mass : 0;
            above += i < hits ? 0 : mass;
            mass *= share / (1 - share) * (tries - i) / (i + 1);
        }
        return above / (above + below);
    }

    /**
     * The two-sided p of Mann and Whitney that both come from one distribution, by the normal curve, ties corrected.
     */
    static double alike(int[] some, int[] others) {
        double more = 0;
        for (int one : some) {
            for (int other : others) {
                more += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        double pairs = (double) some.length * others.length;
        double all = some.length + others.length;
        double variance = pairs / 12 * (all + 1 - ties(some, others) / (all * (all - 1)));
        return variance <= 0 ? 1 : outside(Math.abs(more - pairs / 2) / Math.sqrt(variance));
    }

    static int oneIn(double chance) {
        return chance * MOST <= 1 ? MOST : (int) Math.floor(1 / chance);
    }

    /** Sum of t³ − t over groups of t equal numbers. */
    private static double ties(int[] some, int[] others) {
        int[] all = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, all, some.length, others.length);
        Arrays.sort(all);
        double sum = 0;
        for (int from = 0, to; from < all.length; from = to) {
            for (to = from; to < all.length && all[to] == all[from]; ) {
                to++;
            }
            double size = to - from;
            sum += size * size * size - size;
        }
        return sum;
    }

    /** Both tails of the normal curve (Abramowitz and Stegun 7.1.26, good to 1.5e-7). */
    private static double outside(double deviations) {
        double x = deviations / Math.sqrt(2);
        double t = 1 / (1 + 0.3275911 * x);
        double series =
                t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        return series * Math.exp(-x * x);
    }
}
