package dev.dunwell.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What late payment costs by the terms.
 *
 * @param interest agreed in the contract; null: none
 * @param regime whose statutory interest is claimed
 * @param prevails which of the two counts when both are given; null when it cannot matter
 * @param fees by stage of reminding
 * @param graceDays after the due date within which nothing is claimed; after them interest counts from the day after
 *     the due date
 */
public record Penalties(
        @Nullable Interest interest,
        Regime regime,
        @Nullable Prevails prevails,
        List<LateFee> fees,
        int graceDays) {

    /** Late payment costs nothing; said, not forgotten. */
    public static final Penalties NONE = new Penalties(null, Regime.NONE, null, List.of(), 0);

    public Penalties {
        fees = List.copyOf(fees);
    }

    /**
     * Simple interest on what is overdue.
     *
     * @param percent for each month or year, as {@code per} says
     */
    public record Interest(BigDecimal percent, Per per, DayCount dayCount) {

        private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

        /** The rate per year: a monthly one twelve times. */
        public BigDecimal percentPerYear() {
            return per == Per.MONTH ? percent.multiply(MONTHS) : percent;
        }

        @Override
        public String toString() {
            return percent.toPlainString() + " % a " + per.code() + ", " + dayCount.title();
        }
    }

    /** For what time a rate is. */
    public enum Per {
        MONTH,
        YEAR;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Per ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** What counts when contract and statute both speak. */
    public enum Prevails {
        CONTRACT,
        STATUTE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Prevails ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public boolean isNone() {
        return interest == null && regime == Regime.NONE && fees.isEmpty();
    }

    /** Whether interest runs by the statute, not by the contract. */
    public boolean isStatutory() {
        return regime != Regime.NONE && (interest == null || prevails == Prevails.STATUTE);
    }

    /** In words, for people; {@code none} when late payment costs nothing. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (interest != null) {
            parts.add(interest.toString());
        }
        if (regime != Regime.NONE) {
            parts.add("statutory interest: " + regime.title());
        }
        if (prevails != null) {
            parts.add("the " + prevails.code() + " prevails");
        }
        if (!fees.isEmpty()) {
            parts.add("fees by stage " + LateFee.written(fees));
        }
        if (graceDays > 0) {
            parts.add("after " + graceDays + " days of grace");
        }
        return parts.isEmpty() ? "none" : String.join("; ", parts);
    }
}
