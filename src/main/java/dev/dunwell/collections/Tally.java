package dev.dunwell.collections;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a night came to: open items decided, customers written to, items held, and held by which reason. */
public final class Tally {

    private int decided;
    private int sent;
    private int held;
    private final Map<ReasonCode, Integer> reasons = new TreeMap<>();

    void count(List<Verdict> verdicts) {
        boolean hears = false;
        for (Verdict verdict : verdicts) {
            decided++;
            hears |= verdict.decision().action() == Action.SEND;
            if (verdict.decision().action() == Action.HOLD) {
                held++;
                reasons.merge(verdict.decision().code(), 1, Integer::sum);
            }
        }
        sent += hears ? 1 : 0;
    }

    void add(Tally other) {
        decided += other.decided;
        sent += other.sent;
        held += other.held;
        other.reasons.forEach((code, n) -> reasons.merge(code, n, Integer::sum));
    }

    public int decided() {
        return decided;
    }

    /** Customers with a message, however many items it names. */
    public int sent() {
        return sent;
    }

    public int held() {
        return held;
    }

    /** Items held, by reason. */
    public Map<ReasonCode, Integer> reasons() {
        return Map.copyOf(reasons);
    }
}
