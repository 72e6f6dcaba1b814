package dev.dunwell.deals.web;

import dev.dunwell.deals.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deposit or a milestone.
 *
 * @param kind deposit or milestone
 * @param amount net
 */
record PartJson(
        long id,
        String kind,
        String title,
        BigDecimal amount,
        LocalDate plannedOn,
        @Nullable LocalDate reachedOn) {

    static PartJson of(Part part) {
        Part.Reached reached = part.reached();
        return new PartJson(
                part.id(),
                part.kind().code(),
                part.title(),
                part.amount().amount(),
                part.plannedOn(),
                reached == null ? null : reached.on());
    }
}
