package dev.dunwell.whatif;

import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A lever somebody kept, with all that it was computed from.
 *
 * @param tag of the customers it is meant for; empty for all
 * @param asOf the last day of the year it was computed from then
 * @param net what it came to then, {@code daysGained} likewise
 */
public record Scenario(
        long id,
        String name,
        String tag,
        Assumptions assumptions,
        Lever lever,
        LocalDate asOf,
        Money net,
        BigDecimal daysGained,
        String author) {}
