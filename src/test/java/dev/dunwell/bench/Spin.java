package dev.dunwell.bench;

/** A fixed amount of arithmetic: when it takes longer than usual, so did everything else, and times mean little. */
final class Spin {

    private static final int TURNS = 60_000_000;
    private static volatile long result;

    private Spin() {}

    static long nanos() {
        long begun = System.nanoTime();
        long hash = 1;
        for (int i = 0; i < TURNS; i++) {
            hash = hash * 0x5851f42d4c957f2dL + i;
        }
        result = hash;
        return System.nanoTime() - begun;
    }
}
