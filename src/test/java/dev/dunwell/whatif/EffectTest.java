package dev.dunwell.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arithmetic of an honest comparison, by hand. */
class EffectTest {

    @Test
    void the_difference_has_the_interval_of_welch() {
        // means 30 and 40, variances 83.3 each, four customers each: ± 2.447 × √(83.3 ÷ 4 + 83.3 ÷ 4)
        Effect effect = Objects.requireNonNull(Effect.of(days("20", "25", "35", "40"), days("30", "35", "45", "50")));
        assertThat(effect.difference()).isEqualByComparingTo("-10.00");
        assertThat(effect.treated().variance()).isEqualByComparingTo("83.33333333333333");
        assertThat(effect.freedom()).isEqualTo(6);
        assertThat(effect.margin()).isEqualByComparingTo("15.80");
        assertThat(effect.isCertain()).isFalse();
        assertThat(effect.sentence()).contains("10.00 days sooner", "chance alone");
    }

    @Test
    void what_is_far_enough_apart_is_more_than_chance() {
        Effect effect = Objects.requireNonNull(Effect.of(days("20", "21", "22"), days("40", "41", "42")));
        assertThat(effect.isCertain()).isTrue();
        assertThat(effect.sentence()).contains("more than chance");
    }

    @Test
    void one_customer_says_nothing_of_chance_and_none_says_nothing() {
        assertThat(Objects.requireNonNull(Effect.of(days("20"), days("40", "41")))
                        .margin())
                .isNull();
        assertThat(Effect.of(days(), days("40", "41"))).isNull();
    }

    private static List<BigDecimal> days(String... days) {
        return Stream.of(days).map(BigDecimal::new).toList();
    }
}
