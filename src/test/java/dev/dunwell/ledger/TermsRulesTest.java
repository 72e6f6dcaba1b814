package dev.dunwell.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TermsRulesTest {

    private static final Penalties.Interest MONTHLY =
            new Penalties.Interest(new BigDecimal("1.5"), Penalties.Per.MONTH, DayCount.MONTH_PRO_RATA);

    private static TermsDraft draft(@Nullable String due, String discounts, @Nullable Penalties penalties) {
        return new TermsDraft(
                due == null ? null : DueRule.parse(due),
                DiscountStep.parse(discounts),
                0,
                Set.of(PaymentMethod.BANK_TRANSFER),
                penalties,
                false);
    }

    private static List<String> problems(TermsDraft draft) {
        return TermsRules.problems(draft).stream().map(Problem::column).toList();
    }

    private static Penalties penalties(
            Penalties.@Nullable Interest interest, Regime regime, Penalties.@Nullable Prevails prevails) {
        return new Penalties(interest, regime, prevails, List.of(), 0);
    }

    @Test
    void whole_terms_have_no_problem() {
        assertThat(problems(draft("net 30", "3/10, 2/20", penalties(MONTHLY, Regime.NONE, null))))
                .isEmpty();
        assertThat(problems(draft("30 % after 0 days, 70 % after 60 days", "", Penalties.NONE)))
                .isEmpty();
        assertThat(problems(draft("net 60", "2/10", penalties(null, Regime.DE, null))))
                .isEmpty();
    }

    @Test
    void all_three_things_that_are_missing_are_named_at_once() {
        var nothing = new TermsDraft(null, List.of(), 0, Set.of(), null, false);
        assertThat(problems(nothing)).containsExactly("due", "methods", "late");
    }

    @Test
    void a_discount_window_beyond_the_due_date_contradicts_it() {
        assertThat(problems(draft("net 10", "2/14", Penalties.NONE))).containsExactly("discounts");
        assertThat(problems(draft("net 14", "2/14", Penalties.NONE))).isEmpty();
        assertThat(TermsRules.problems(draft("end of month + 0", "2/10", Penalties.NONE))
                        .getFirst()
                        .message())
                .contains("after 0 days");
    }

    @Test
    void steps_fall_and_do_not_overlap() {
        assertThat(problems(draft("net 30", "2/10, 3/20", Penalties.NONE))).containsExactly("discounts");
        assertThat(problems(draft("net 30", "3/10, 2/10", Penalties.NONE))).containsExactly("discounts");
        assertThat(problems(draft("net 30", "3/20, 2/10", Penalties.NONE))).containsExactly("discounts");
        assertThat(problems(draft("net 30", "100/10", Penalties.NONE))).containsExactly("discounts");
    }

    @Test
    void instalments_make_a_hundred_percent() {
        assertThat(problems(draft("30 % after 0 days, 60 % after 30 days", "", Penalties.NONE)))
                .containsExactly("due");
        assertThat(problems(draft("33.3 % after 0 days, 66.7 % after 30 days", "", Penalties.NONE)))
                .isEmpty();
    }

    @Test
    void contract_and_statute_together_say_which_prevails() {
        assertThat(problems(draft("net 30", "", penalties(MONTHLY, Regime.DE, null))))
                .containsExactly("prevails");
        assertThat(problems(draft("net 30", "", penalties(MONTHLY, Regime.DE, Penalties.Prevails.CONTRACT))))
                .isEmpty();
    }

    @Test
    void more_than_sixty_days_need_an_express_agreement_where_a_statute_counts() {
        TermsDraft british = draft("net 90", "", penalties(null, Regime.UK, null));
        assertThat(problems(british)).containsExactly("longTimeAgreed");
        assertThat(problems(draft("end of month + 31", "", penalties(null, Regime.EU, null))))
                .containsExactly("longTimeAgreed");
        assertThat(problems(draft("net 90", "", Penalties.NONE))).isEmpty();
        assertThat(problems(new TermsDraft(british.due(), List.of(), 0, british.methods(), british.penalties(), true)))
                .isEmpty();
        assertThat(problems(draft("net 90", "", penalties(null, Regime.ES, null))))
                .containsExactly("due");
    }

    @Test
    void a_stage_has_one_fee_above_zero() {
        var twice = new Penalties(null, Regime.NONE, null, LateFee.parse("2: 5.00, 2: 6.00"), 0);
        assertThat(problems(draft("net 30", "", twice))).containsExactly("fees");
        var nothing = new Penalties(null, Regime.NONE, null, LateFee.parse("2: 0.00, 3: 100 %"), 0);
        assertThat(problems(draft("net 30", "", nothing))).containsExactly("fees", "fees");
    }

    @Test
    void many_problems_are_named_together() {
        TermsDraft bad = new TermsDraft(
                DueRule.parse("net 90"),
                DiscountStep.parse("2/100"),
                -1,
                Set.of(),
                new Penalties(
                        new Penalties.Interest(BigDecimal.ZERO, Penalties.Per.YEAR, DayCount.ACTUAL_365),
                        Regime.EU,
                        null,
                        List.of(),
                        0),
                false);
        assertThat(problems(bad))
                .containsExactly(
                        "methods", "discountGraceDays", "discounts", "interestPercent", "prevails", "longTimeAgreed");
    }
}
