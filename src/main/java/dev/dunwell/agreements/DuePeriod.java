package dev.dunwell.agreements;

import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A period of a line that is to be billed.
 *
 * @param period the whole of it, by the rule
 * @param delivered what of it lies within the term of the line
 * @param days of it that are billed, without pauses
 * @param billOn the first day on which it may be billed
 * @param unitPrice null when no single price counts for the whole period
 * @param amount net
 */
public record DuePeriod(
        long lineId,
        Span period,
        Span delivered,
        long days,
        LocalDate billOn,
        @Nullable BigDecimal unitPrice,
        Money amount) {

    /** Whether less than the whole period is billed. */
    public boolean isPart() {
        return days < period.days();
    }
}
