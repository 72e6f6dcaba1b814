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

    @Test
    void amounts_are_parted_by_thousands_and_name_their_currency() {
        assertThat(Money.of("1200", "EUR").inWords()).isEqualTo("1,200.00 EUR");
        assertThat(Money.of("999.99", "EUR").inWords()).isEqualTo("999.99 EUR");
        assertThat(Money.of("1234567.89", "EUR").inWords()).isEqualTo("1,234,567.89 EUR");
        assertThat(Money.of("0.01", "EUR").inWords()).isEqualTo("0.01 EUR");
        assertThat(Money.of("0", "EUR").inWords()).isEqualTo("0.00 EUR");
    }

    @Test
    void amounts_have_the_decimals_of_their_currency() {
        assertThat(Money.of("125000", "JPY").inWords()).isEqualTo("125,000 JPY");
        assertThat(Money.of("1234.5", "KWD").inWords()).isEqualTo("1,234.500 KWD");
    }

    @Test
    void a_negative_amount_has_a_true_minus() {
        assertThat(Money.of("-1200", "EUR").inWords()).isEqualTo("\u22121,200.00 EUR");
        assertThat(Money.ofMinor(Long.MIN_VALUE, "EUR").inWords()).isEqualTo("\u221292,233,720,368,547,758.08 EUR");
    }
}
