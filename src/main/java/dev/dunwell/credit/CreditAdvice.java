package dev.dunwell.credit;

import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Which limit and which terms suit a customer, by a rule that can be read. Pure. A recommendation; nobody's limit
 * changes by itself.
 *
 * @param limit months of turnover by grade, rounded down to whole hundreds; null where nothing was bought
 * @param terms in words
 * @param rule why, with the figures
 */
public record CreditAdvice(@Nullable Money limit, String terms, String rule) {

    private static final int MONTHS = 12;
    private static final int KNOWN_MONTHS = 12;
    private static final int NEW_MONTHS = 3;
    private static final int LONGER = 15;
    private static final int SHORT = 14;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * What was bought within a year.
     *
     * @param termDays of its invoices on average
     */
    public record Bought(Money billed, int termDays) {}

    /**
     * Reliable: three months of turnover; fair: two; watch: one; risky: none.
     *
     * @param months since the first invoice
     * @param bought null where nothing was
     */
    public static CreditAdvice of(CreditScore score, int months, @Nullable Bought bought) {
        String grade = score.grade();
        int of = switch (grade) {
            case "Reliable" -> 3;
            case "Fair" -> 2;
            case "Watch" -> 1;
            default -> 0;
        };
        String because =
                "%s with %d of 100 points, first invoice %d months ago".formatted(grade, score.points(), months);
        Money limit = bought == null ? null : limit(bought.billed, of);
        return new CreditAdvice(
                limit,
                terms(of, months, bought == null ? SHORT : bought.termDays),
                "%s: %d months of turnover as limit, %s.".formatted(because, of, why(of, months)));
    }

    private static Money limit(Money billed, int months) {
        BigDecimal exact = billed.amount()
                .multiply(BigDecimal.valueOf(months))
                .divide(BigDecimal.valueOf(MONTHS), 2, RoundingMode.DOWN);
        return Money.of(exact.divide(HUNDRED, 0, RoundingMode.DOWN).multiply(HUNDRED), billed.currency());
    }

    private static String terms(int grade, int months, int term) {
        if (grade == 0) {
            return "Prepayment";
        } else if (months < NEW_MONTHS || grade == 1) {
            return "Net " + Math.min(SHORT, term);
        } else if (grade == 3 && months >= KNOWN_MONTHS) {
            return "Net %d, or instalments where it asks for them".formatted(term + LONGER);
        } else {
            return "Net %d, as it is".formatted(term);
        }
    }

    private static String why(int grade, int months) {
        if (grade == 0) {
            return "and nothing more on credit";
        } else if (months < NEW_MONTHS) {
            return "and short terms for who is new";
        } else if (grade == 1) {
            return "and short terms for who pays late";
        } else if (grade == 3 && months >= KNOWN_MONTHS) {
            return "and longer terms for who is reliable and known for a year";
        } else {
            return "and the terms it has";
        }
    }
}
