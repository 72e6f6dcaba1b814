package dev.dunwell.deals;

import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A part of an order, or of what is quoted, that is billed before the rest.
 *
 * @param percent of the order; null when an amount was agreed
 * @param amount net
 * @param reached who said when that it is reached, or asked for; null until then
 */
public record Part(
        long id,
        Kind kind,
        String title,
        @Nullable BigDecimal percent,
        Money amount,
        LocalDate plannedOn,
        @Nullable Reached reached) {

    static Money sum(List<Part> parts, Currency currency) {
        return parts.stream().map(Part::amount).reduce(Money.zero(currency), Money::plus);
    }

    /** When a part was reached, and who said so. */
    public record Reached(LocalDate on, String by) {}

    /** What makes it billable. */
    public enum Kind {
        /** Money is asked for before anything is delivered. */
        DEPOSIT("Deposit"),
        /** Something agreed is done. */
        MILESTONE("Milestone");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
