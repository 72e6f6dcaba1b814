package dev.dunwell.bench;

import java.util.Arrays;
import java.util.Locale;

/** How long something took, over several rounds, in nanoseconds and in order of length. */
record Timing(long[] sorted) {

    Timing {
        sorted = sorted.clone();
        Arrays.sort(sorted);
    }

    long median() {
        return sorted[sorted.length / 2];
    }

    /** @param percent 50 is the median, 99 what all but one of a hundred stay below */
    long percentile(int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    /** {@code 812 ms (790–1,020)}; below ten milliseconds with one decimal. */
    @Override
    public String toString() {
        return millis(median()) + " ms (" + millis(sorted[0]) + "–" + millis(sorted[sorted.length - 1]) + ")";
    }

    static String millis(long nanos) {
        long tenths = Math.round(nanos / 100_000.0);
        return tenths < 100
                ? tenths / 10 + "." + tenths % 10
                : String.format(Locale.ROOT, "%,d", Math.round(nanos / 1_000_000.0));
    }
}
