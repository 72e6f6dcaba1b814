package dev.dunwell.collections;
/**
 * Why a customer needs a person, most urgent first. The number is stored; a customer has the first level that applies.
 */
public enum Level {
    /** Nobody is needed. */
    NONE(0, ""),
    BROKEN_PROMISE(1, "Broken promise"),
    DEADLINE(2, "Promised for today"),
    STOPPED(3, "Stopped by the gate"),
    CALL_DUE(4, "Call due");

    private final int number;
    private final String title;

    Level(int number, String title) {
        this.number = number;
        this.title = title;
    }

    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    /** @param number as stored, 0 for {@link #NONE} */
    public static Level of(int number) {
        return values()[number];
    }
}
