package dev.dunwell.foresight.learning;

import java.util.function.IntToDoubleFunction;

/** What is known of one customer on one day: the last invoices it had settled before, at most fifty, oldest first. */
public final class Experience {

    /** At a decay of 0.9 the fiftieth last weighs half a percent. */
    static final int MOST = 50;

    static final Experience NONE = new Experience(new int[0], new int[0]);

    private final int[] daysToPay;
    private final int[] termDays;

    Experience(int[] daysToPay, int[] termDays) {
        this.daysToPay = daysToPay;
        this.termDays = termDays;
    }

    /** How many settled invoices are looked at. */
    public int count() {
        return daysToPay.length;
    }

    /** How many of those were settled after their due day. */
    public int late() {
        int late = 0;
        for (int i = 0; i < daysToPay.length; i++) {
            late += daysToPay[i] > termDays[i] ? 1 : 0;
        }
        return late;
    }

    double daysToPay(Shrinkage by, double book) {
        return shrunk(by, book, i -> daysToPay[i]);
    }

    double daysAfterDue(Shrinkage by, double book) {
        return shrunk(by, book, i -> daysToPay[i] - termDays[i]);
    }

    double lateShare(Shrinkage by, double book) {
        return shrunk(by, book, i -> daysToPay[i] > termDays[i] ? 1 : 0);
    }

    /** The share that would have been late, had these terms held. */
    double lateShareAt(int term, Shrinkage by, double book) {
        return shrunk(by, book, i -> daysToPay[i] > term ? 1 : 0);
    }

    /** The variance around a centre. */
    double variance(double centre, Shrinkage by, double book) {
        return shrunk(by, book, i -> (daysToPay[i] - centre) * (daysToPay[i] - centre));
    }

    private double shrunk(Shrinkage by, double book, IntToDoubleFunction value) {
        double weight = 1;
        double weights = by.k();
        double sum = by.k() * book;
        for (int i = daysToPay.length - 1; i >= 0; i--) {
            sum += weight * value.applyAsDouble(i);
            weights += weight;
            weight *= by.decay();
        }
        return sum / weights;
    }
}
