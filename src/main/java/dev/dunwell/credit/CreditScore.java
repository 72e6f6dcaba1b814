package dev.dunwell.credit;

import java.util.Comparator;
import java.util.List;

/**
 * How far a customer can be relied on, from what it did: 0 to 100 points, each factor with its share and its reason.
 * Pure. The weights are ours and are meant to be read, not believed: payment habit 35, what is overdue now 25, promises
 * 20, disputes 10, age of the relation 10.
 *
 * @param points the sum over the factors
 */
public record CreditScore(int points, List<Factor> factors) {

    private static final int HABIT = 35;
    private static final int OVERDUE = 25;
    private static final int PROMISES = 20;
    private static final int UNTRIED = 14;
    private static final int DISPUTES = 10;
    private static final int PER_DISPUTE = 2;
    private static final int AGE = 10;
    private static final int MONTHS_PER_POINT = 6;
    private static final int WHOLE = 100;
    private static final int WATCH = 40;

    /**
     * @param points of {@code most}
     * @param because in words, with the figure
     */
    public record Factor(String name, int points, int most, String because) {}

    /**
     * What is known of a customer.
     *
     * @param isPaid whether anything was paid within the last year
     * @param daysBeyondTerms of what was paid within the last year, weighted by money, whole days; negative when early
     * @param overduePercent of what is open, 0 to 100; the largest over its currencies
     * @param promisesJudged of all time, {@code promisesKept} the part that was kept in full
     * @param disputes opened within the last year
     * @param months since the first invoice
     */
    public record Facts(
            boolean isPaid,
            int daysBeyondTerms,
            int overduePercent,
            int promisesJudged,
            int promisesKept,
            int disputes,
            int months) {}

    public static CreditScore of(Facts facts) {
        List<Factor> factors = List.of(habit(facts), overdue(facts), promises(facts), disputes(facts), age(facts));
        return new CreditScore(factors.stream().mapToInt(Factor::points).sum(), factors);
    }

    /** In words, for people: from 80 on reliable, from 60 fair, from 40 watch, else risky. */
    public String grade() {
        if (points >= 80) {
            return "Reliable";
        } else if (points >= 60) {
            return "Fair";
        } else {
            return isRisky() ? "Risky" : "Watch";
        }
    }

    /** Whether little speaks for money to come. */
    public boolean isRisky() {
        return points < WATCH;
    }

    /** The factor that takes most points away, in words. */
    String worst() {
        return factors.stream()
                .max(Comparator.comparingInt(factor -> factor.most - factor.points))
                .map(Factor::because)
                .orElse("");
    }

    private static Factor habit(Facts facts) {
        if (!facts.isPaid) {
            return new Factor("Pays on time", HABIT / 2, HABIT, "nothing was paid within a year, so half counts");
        }
        int days = facts.daysBeyondTerms;
        String because = days > 0
                ? "pays %d days after the due date on average; each day costs a point".formatted(days)
                : "pays by the due date on average";
        return new Factor("Pays on time", Math.clamp(HABIT - (long) days, 0, HABIT), HABIT, because);
    }

    private static Factor overdue(Facts facts) {
        int points = OVERDUE * (WHOLE - facts.overduePercent) / WHOLE;
        String because = "%d %% of what is open is overdue".formatted(facts.overduePercent);
        return new Factor("Nothing overdue", points, OVERDUE, because);
    }

    private static Factor promises(Facts facts) {
        return facts.promisesJudged == 0
                ? new Factor("Keeps promises", UNTRIED, PROMISES, "none was judged yet")
                : new Factor(
                        "Keeps promises",
                        PROMISES * facts.promisesKept / facts.promisesJudged,
                        PROMISES,
                        "kept %d of %d".formatted(facts.promisesKept, facts.promisesJudged));
    }

    private static Factor disputes(Facts facts) {
        int points = Math.max(0, DISPUTES - PER_DISPUTE * facts.disputes);
        return new Factor("Few disputes", points, DISPUTES, facts.disputes + " within a year; each costs two points");
    }

    private static Factor age(Facts facts) {
        int points = Math.min(AGE, facts.months / MONTHS_PER_POINT);
        String because = "first invoice %d months ago; a point for each half year".formatted(facts.months);
        return new Factor("Known for long", points, AGE, because);
    }
}
