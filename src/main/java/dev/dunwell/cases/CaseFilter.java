package dev.dunwell.cases;

import org.jspecify.annotations.Nullable;

/**
 * Which cases, and in which order.
 *
 * @param kind null for both
 * @param owner the person who works on them; null for anybody's
 * @param unowned only those that nobody works on
 * @param q part of a customer's or invoice's number or name, or of what was said; empty for all
 */
public record CaseFilter(
        Case.@Nullable Kind kind, State state, @Nullable Long owner, boolean unowned, String q, Order order) {

    public static final CaseFilter OPEN = new CaseFilter(null, State.OPEN, null, false, "", Order.DUE);

    /** Whether they wait for us. */
    public enum State {
        OPEN,
        CLOSED,
        ALL
    }

    /** What comes first: what is to be settled first, what is oldest, where most money waits. */
    public enum Order {
        DUE,
        AGE,
        AMOUNT
    }

    /** All of one kind that wait. */
    public static CaseFilter open(Case.Kind kind) {
        return new CaseFilter(kind, State.OPEN, null, false, "", Order.DUE);
    }
}
