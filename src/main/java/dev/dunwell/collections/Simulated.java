package dev.dunwell.collections;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What one strategy would have done over some nights.
 *
 * @param strategy its title, or that each customer has its own
 * @param items open items looked at; {@code customers} whose they are
 * @param nights one for each day
 * @param stops what the gate would have stopped, the most first
 * @param lines who would have heard what and when, in the order of the nights
 */
public record Simulated(
        String strategy, int items, int customers, List<Night> nights, List<Stop> stops, List<Line> lines) {

    /**
     * One night.
     *
     * @param messages that would leave; {@code byStage} how many by the stage of their words
     * @param calls customers to be called, or to be written to by a person
     * @param held items held
     */
    public record Night(LocalDate on, int messages, Map<Integer, Integer> byStage, int calls, int held) {}

    /** How many items a reason would have held, and on how many nights in all. */
    public record Stop(ReasonCode code, int items, int nights) {}

    /** One customer on one night: its message, or its call. */
    public record Line(
            LocalDate on,
            long customerId,
            String customer,
            Action action,
            int stage,
            String step,
            List<String> invoices,
            List<Money> amounts) {}

    public int messages() {
        return nights.stream().mapToInt(Night::messages).sum();
    }

    public int calls() {
        return nights.stream().mapToInt(Night::calls).sum();
    }

    /** The most messages of one night. */
    public int most() {
        return nights.stream().mapToInt(Night::messages).max().orElse(0);
    }

    /** The most calls of one day. */
    public int mostCalls() {
        return nights.stream().mapToInt(Night::calls).max().orElse(0);
    }
}
