package dev.dunwell.foresight.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long something lasts, learned also from what has not ended yet: the product-limit estimate of Kaplan and Meier
 * (1958), {@code S(t) = Π (1 − ended at tᵢ ÷ at risk at tᵢ)} over the ends {@code tᵢ < t}. Behind the last end it goes
 * on at the rate of its last tenth (an exponential tail, as of Moeschberger and Klein 1985), so that what has lasted
 * longer than anything before still may end.
 */
public final class Survival {

    private final double[] ends;
    /** What is left after each end. */
    private final double[] left;

    private final double tailRate;

    private Survival(double[] ends, double[] left, double tailRate) {
        this.ends = ends;
        this.left = left;
        this.tailRate = tailRate;
    }

    /** How long one has lasted, and whether it has ended; one that has not is known to last at least so long. */
    public record Span(double length, boolean hasEnded) {}

    public static Survival of(List<Span> spans) {
        List<Span> sorted =
                spans.stream().sorted(Comparator.comparingDouble(Span::length)).toList();
        List<Double> ends = new ArrayList<>();
        List<Double> left = new ArrayList<>();
        double share = 1;
        int at = 0;
        while (at < sorted.size()) {
            double length = sorted.get(at).length;
            int atRisk = sorted.size() - at;
            int ended = 0;
            for (; at < sorted.size() && sorted.get(at).length == length; at++) {
                ended += sorted.get(at).hasEnded ? 1 : 0;
            }
            if (ended > 0) {
                share *= 1 - (double) ended / atRisk;
                ends.add(length);
                left.add(share);
            }
        }
        return new Survival(array(ends), array(left), tailRate(sorted));
    }

    /** The chance that it does not end before that length. */
    public double atLeast(double length) {
        int before = countBelow(length);
        double share = before == 0 ? 1 : left[before - 1];
        double last = ends.length == 0 ? 0 : ends[ends.length - 1];
        // A curve that reaches 0 would forbid what has lasted longer; the tail begins at half of its last step.
        double kept = share > 0 ? share : (before > 1 ? left[before - 2] : 1) / 2;
        return length <= last ? kept : kept * Math.exp(-tailRate * (length - last));
    }

    /**
     * The length by which that share of those has ended that lasted at least {@code given}; infinite where the curve
     * does not come so far down.
     */
    public double quantile(double share, double given) {
        double goal = (1 - share) * atLeast(given);
        for (int i = countBelow(given); i < ends.length; i++) {
            if (left[i] <= goal) {
                return ends[i];
            }
        }
        double last = ends.length == 0 ? given : Math.max(given, ends[ends.length - 1]);
        double there = atLeast(last + 1e-9);
        return tailRate <= 0 ? Double.POSITIVE_INFINITY : last + Math.max(0, Math.log(there / goal)) / tailRate;
    }

    /** The number of ends below a length. */
    private int countBelow(double length) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (ends[middle] < length) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Ends per day among the longest tenth. */
    private static double tailRate(List<Span> sorted) {
        int from = sorted.size() - Math.max(1, sorted.size() / 10);
        double start = sorted.isEmpty() ? 0 : sorted.get(from).length;
        double days = 0;
        int ended = 0;
        for (Span span : sorted.subList(Math.max(0, from), sorted.size())) {
            days += span.length - start;
            ended += span.hasEnded ? 1 : 0;
        }
        return days <= 0 ? 0 : ended / days;
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
