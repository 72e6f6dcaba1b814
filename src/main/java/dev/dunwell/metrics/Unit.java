package dev.dunwell.metrics;

/**
 * In what a figure is given, and to how many decimals it is rounded, half-up, once.
 *
 * <p>{@code MONEY} is in minor units of its currency.
 */
public enum Unit {
    MONEY("an amount", 0),
    PERCENT("percent", 1),
    DAYS("days", 1),
    TIMES("times", 2),
    COUNT("number", 0);

    private final String title;
    private final int decimals;

    Unit(String title, int decimals) {
        this.title = title;
        this.decimals = decimals;
    }

    public String title() {
        return title;
    }

    int decimals() {
        return decimals;
    }
}
