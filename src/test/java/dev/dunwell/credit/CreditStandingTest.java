package dev.dunwell.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.credit.CreditPolicy.OnBreach;
import dev.dunwell.credit.CreditStanding.State;
import dev.dunwell.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CreditStandingTest {

    private static final CreditPolicy WARN = CreditPolicy.DEFAULT;
    private static final CreditPolicy STOP = new CreditPolicy(OnBreach.STOP, 30);

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static Exposure owing(@Nullable String limit, String open, String overdue) {
        return new Exposure(limit == null ? null : eur(limit), eur(open), eur("0.00"), eur("0.00"), eur(overdue));
    }

    private static CreditStanding standing(Exposure exposure, CreditPolicy policy) {
        return CreditStanding.of(exposure, policy, 100);
    }

    @Test
    void at_ninety_percent_it_is_near_and_a_cent_above_the_limit_it_is_over() {
        assertThat(standing(owing("1000.00", "899.99", "0.00"), WARN).state()).isEqualTo(State.WITHIN);
        assertThat(standing(owing("1000.00", "900.00", "0.00"), WARN).state()).isEqualTo(State.NEAR);
        assertThat(standing(owing("1000.00", "1000.00", "0.00"), WARN).state()).isEqualTo(State.NEAR);
        CreditStanding over = standing(owing("1000.00", "1000.01", "0.00"), WARN);
        assertThat(over.state()).isEqualTo(State.OVER);
        assertThat(over.excess()).isEqualTo(eur("0.01"));
        assertThat(over.reason()).isEqualTo("1,000.01 EUR of exposure are 0.01 EUR over the limit of 1,000.00 EUR.");
    }

    @Test
    void unbilled_and_ordered_count_and_so_does_the_next_order() {
        var exposure = new Exposure(eur("100.00"), eur("40.00"), eur("30.00"), eur("10.00"), eur("0.00"));
        assertThat(standing(exposure, WARN).state()).isEqualTo(State.WITHIN);
        assertThat(standing(exposure.with(eur("20.00")), WARN).state()).isEqualTo(State.NEAR);
        assertThat(standing(exposure.with(eur("20.01")), WARN).state()).isEqualTo(State.OVER);
    }

    @Test
    void the_policy_says_whether_a_breach_stops() {
        assertThat(standing(owing("10.00", "11.00", "0.00"), STOP).state().answer())
                .isEqualTo("stop");
        assertThat(standing(owing("10.00", "11.00", "0.00"), WARN).state().answer())
                .isEqualTo("warn");
        assertThat(standing(owing("10.00", "1.00", "0.00"), STOP).state().answer())
                .isEqualTo("ok");
    }

    @Test
    void money_overdue_for_too_long_is_a_breach_without_a_limit_too_but_not_for_cents() {
        CreditStanding late = standing(owing(null, "500.00", "200.00"), STOP);
        assertThat(late.state()).isEqualTo(State.STOPPED);
        assertThat(late.reason()).isEqualTo("200.00 EUR are overdue for more than 30 days.");
        assertThat(standing(owing(null, "500.00", "1.00"), STOP).state()).isEqualTo(State.WITHIN);
    }

    @Test
    void a_limit_of_nothing_allows_nothing() {
        assertThat(standing(owing("0.00", "0.00", "0.00"), WARN).state()).isEqualTo(State.WITHIN);
        assertThat(standing(owing("0.00", "0.01", "0.00"), WARN).state()).isEqualTo(State.OVER);
    }

    @Test
    void the_score_is_the_sum_of_its_factors_and_each_says_why() {
        CreditScore best = CreditScore.of(new CreditScore.Facts(true, -3, 0, 4, 4, 0, 80));
        assertThat(best.points()).isEqualTo(100);
        assertThat(best.grade()).isEqualTo("Reliable");
        CreditScore poor = CreditScore.of(new CreditScore.Facts(true, 50, 100, 4, 1, 9, 3));
        assertThat(poor.points()).isEqualTo(5);
        assertThat(poor.grade()).isEqualTo("Risky");
        assertThat(poor.factors()).extracting(CreditScore.Factor::because).contains("kept 1 of 4");
        for (CreditScore score : new CreditScore[] {best, poor}) {
            assertThat(score.factors().stream()
                            .mapToInt(CreditScore.Factor::points)
                            .sum())
                    .isEqualTo(score.points());
            assertThat(score.factors().stream()
                            .mapToInt(CreditScore.Factor::most)
                            .sum())
                    .isEqualTo(100);
            assertThat(score.factors()).allMatch(factor -> factor.points() <= factor.most());
        }
    }
}
