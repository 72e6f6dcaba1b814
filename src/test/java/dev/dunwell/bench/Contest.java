package dev.dunwell.bench;

import java.util.Locale;

/**
 * One piece of work done by the product and by hand, in turns, so that a slow minute of the machine slows both.
 *
 * @param ours the product's own path
 * @param byHand the SQL that does the same
 * @param limit how many times the SQL's median the product's may be
 */
record Contest(String work, Step ours, Step byHand, String limit) {

    private static final int WARM_UP = 2;

    /** Something done in a round, of which only {@link #run} is timed. */
    record Step(Action prepare, Action run) {
        Step(Action run) {
            this(() -> {}, run);
        }
    }

    /** Work that may fail as databases do. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    /** What came of it: both times, and the machine's own noise before and after. */
    record Result(String work, Timing ours, Timing byHand, String limit, long spinBefore, long spinAfter) {

        /** Hundredths: 250 is two and a half times as long. */
        long ratio() {
            return ours.median() * 100 / byHand.median();
        }

        boolean isWithinLimit() {
            return ratio() <= Math.round(Double.parseDouble(limit) * 100);
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "%-44s %-26s %-26s %5d.%02d  ≤ %-5s %-7s %s → %s",
                    work,
                    ours,
                    byHand,
                    ratio() / 100,
                    ratio() % 100,
                    limit,
                    isWithinLimit() ? "holds" : "missed",
                    Timing.millis(spinBefore),
                    Timing.millis(spinAfter));
        }
    }

    Result hold(int rounds) throws Exception {
        long[] mine = new long[rounds];
        long[] theirs = new long[rounds];
        long before = Spin.nanos();
        for (int round = -WARM_UP; round < rounds; round++) {
            long first = timed(ours);
            long second = timed(byHand);
            if (round >= 0) {
                mine[round] = first;
                theirs[round] = second;
            }
        }
        return new Result(work, new Timing(mine), new Timing(theirs), limit, before, Spin.nanos());
    }

    private static long timed(Step step) throws Exception {
        step.prepare.run();
        long begun = System.nanoTime();
        step.run.run();
        return System.nanoTime() - begun;
    }
}
