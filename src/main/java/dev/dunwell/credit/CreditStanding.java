package dev.dunwell.credit;

import dev.dunwell.kernel.Money;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where an exposure stands beside its limit on a day, with the reason in words. Pure.
 *
 * @param percent of the limit that is used, rounded down; 0 when there is no limit
 * @param excess by how much it is over the limit; with a limit kept, the money overdue too long; else zero
 */
public record CreditStanding(State state, String reason, Exposure exposure, int percent, Money excess) {

    private static final int NEAR_PERCENT = 90;
    private static final int WHOLE = 100;
    private static final int MOST = 999;

    /** From good to bad. */
    public enum State {
        WITHIN("Within the limit", "ok"),
        NEAR("Near the limit", "warn"),
        OVER("Over the limit", "warn"),
        STOPPED("Stopped", "stop");

        private final String title;
        private final String answer;

        State(String title, String answer) {
            this.title = title;
            this.answer = answer;
        }

        public String title() {
            return title;
        }

        /** What an order system is told: ok, warn or stop. */
        public String answer() {
            return answer;
        }

        /** The name in the API, {@code over}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean isBreach() {
            return this == OVER || this == STOPPED;
        }
    }

    public boolean isOverLimit() {
        Money limit = exposure.limit();
        return limit != null && exposure.total().compareTo(limit) > 0;
    }

    /**
     * Over is more than the limit; near is 90 % of it and more. Money overdue for longer than the policy lets be is a
     * breach too, once it is more than what the organisation lets be anyway. The policy says whether a breach stops.
     *
     * @param tolerance what is not chased, in minor units of any currency
     */
    public static CreditStanding of(Exposure exposure, CreditPolicy policy, long tolerance) {
        Money limit = exposure.limit();
        Money total = exposure.total();
        State breach = policy.onBreach() == CreditPolicy.OnBreach.STOP ? State.STOPPED : State.OVER;
        int percent = percent(total, limit);
        if (limit != null && total.compareTo(limit) > 0) {
            Money excess = total.minus(limit);
            String reason = "%s of exposure are %s over the limit of %s."
                    .formatted(total.inWords(), excess.inWords(), limit.inWords());
            return new CreditStanding(breach, reason, exposure, percent, excess);
        } else if (exposure.overdue().minor() > tolerance) {
            String reason = "%s are overdue for more than %d days."
                    .formatted(exposure.overdue().inWords(), policy.overdueDays());
            return new CreditStanding(breach, reason, exposure, percent, exposure.overdue());
        } else {
            return sound(exposure, percent);
        }
    }

    private static CreditStanding sound(Exposure exposure, int percent) {
        Money limit = exposure.limit();
        Money nothing = Money.zero(exposure.currency());
        if (limit == null) {
            String reason = "No limit is set; %s of exposure."
                    .formatted(exposure.total().inWords());
            return new CreditStanding(State.WITHIN, reason, exposure, percent, nothing);
        }
        Money left = limit.minus(exposure.total());
        return percent >= NEAR_PERCENT
                ? new CreditStanding(
                        State.NEAR,
                        "%d %% of the limit of %s are used; %s are left."
                                .formatted(percent, limit.inWords(), left.inWords()),
                        exposure,
                        percent,
                        nothing)
                : new CreditStanding(
                        State.WITHIN,
                        "%s of %s are left.".formatted(left.inWords(), limit.inWords()),
                        exposure,
                        percent,
                        nothing);
    }

    private static int percent(Money total, @Nullable Money limit) {
        if (limit == null || total.isZero()) {
            return 0;
        } else if (limit.isZero()) {
            return MOST;
        } else {
            return total.amount()
                    .multiply(java.math.BigDecimal.valueOf(WHOLE))
                    .divide(limit.amount(), 0, java.math.RoundingMode.FLOOR)
                    .min(java.math.BigDecimal.valueOf(MOST))
                    .intValue();
        }
    }
}
