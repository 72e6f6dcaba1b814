package dev.dunwell.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class DiscountCostTest {

    @Test
    void the_textbook_figures_on_a_year_of_365_days() {
        DiscountCost cost = cost("2/10", 30);
        assertThat(cost.simplePercent()).isEqualByComparingTo("37.24");
        assertThat(cost.effectivePercent()).isEqualByComparingTo("44.59");
        assertThat(cost("1/10", 30).simplePercent()).isEqualByComparingTo("18.43");
        assertThat(cost("3/10", 60).simplePercent()).isEqualByComparingTo("22.58");
    }

    @Test
    void textbooks_that_count_a_year_as_360_days_say_36_73() {
        BigDecimal of365 = cost("2/10", 30).simplePercent();
        assertThat(of365.multiply(BigDecimal.valueOf(360)).divide(BigDecimal.valueOf(365), 2, RoundingMode.HALF_UP))
                .isEqualByComparingTo("36.73");
    }

    @Test
    void a_discount_that_saves_no_time_has_no_price() {
        assertThatThrownBy(() -> cost("2/30", 30)).hasMessageContaining("before the due date");
    }

    @Test
    void steep_and_long_ones_end_too() {
        assertThat(cost("50/0", 1).simplePercent()).isEqualByComparingTo("36500.00");
        assertThat(cost("1/0", 365).effectivePercent()).isEqualByComparingTo("1.01");
    }

    private static DiscountCost cost(String step, int dueDays) {
        return DiscountCost.of(DiscountStep.parse(step).getFirst(), dueDays);
    }
}
