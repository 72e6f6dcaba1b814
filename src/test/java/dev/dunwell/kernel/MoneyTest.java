package dev.dunwell.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void counts_in_the_minor_unit_of_its_currency() {
        assertThat(Money.of("12.30", "EUR").minor()).isEqualTo(1230);
        assertThat(Money.of("12", "JPY").minor()).isEqualTo(12);
        assertThat(Money.of("1.234", "KWD").minor()).isEqualTo(1234);
        assertThat(Money.ofMinor(1234, "KWD")).hasToString("1.234 KWD");
    }

    @Test
    void refuses_digits_it_would_have_to_round_away() {
        assertThatThrownBy(() -> Money.of("0.005", "EUR")).hasMessageContaining("more than 2 decimals");
        assertThatThrownBy(() -> Money.of("0.1", "JPY")).hasMessageContaining("more than 0 decimals");
        assertThatThrownBy(() -> Money.of("1e30", "EUR")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_to_mix_currencies_and_those_without_minor_unit() {
        Money euro = Money.of("1", "EUR");
        assertThatThrownBy(() -> euro.plus(Money.of("1", "USD"))).hasMessage("cannot mix EUR and USD");
        assertThatThrownBy(() -> Money.ofMinor(1, "XAU")).hasMessageContaining("no minor unit");
    }

    @Test
    void throws_instead_of_overflowing() {
        Money most = Money.ofMinor(Long.MAX_VALUE, "EUR");
        assertThatThrownBy(() -> most.plus(Money.ofMinor(1, "EUR"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_bag_keeps_currencies_apart() {
        MoneyBag bag = MoneyBag.of(List.of(Money.of("1", "USD"), Money.of("2", "EUR"), Money.of("3", "USD")));
        assertThat(bag.amounts()).containsExactly(Money.of("2", "EUR"), Money.of("4", "USD"));
        assertThat(bag.in(Currency.getInstance("GBP")).isZero()).isTrue();
        assertThat(bag).hasToString("2.00 EUR + 4.00 USD");
    }
}
