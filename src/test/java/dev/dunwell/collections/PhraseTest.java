package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PhraseTest {

    @Test
    void amounts_are_parted_by_thousands_and_name_their_currency() {
        assertThat(Phrase.amount(Money.of("1200", "EUR"))).isEqualTo("1,200.00 EUR");
        assertThat(Phrase.amount(Money.of("999.99", "EUR"))).isEqualTo("999.99 EUR");
        assertThat(Phrase.amount(Money.of("1234567.89", "EUR"))).isEqualTo("1,234,567.89 EUR");
        assertThat(Phrase.amount(Money.of("0.01", "EUR"))).isEqualTo("0.01 EUR");
        assertThat(Phrase.amount(Money.of("0", "EUR"))).isEqualTo("0.00 EUR");
    }

    @Test
    void amounts_have_the_decimals_of_their_currency() {
        assertThat(Phrase.amount(Money.of("125000", "JPY"))).isEqualTo("125,000 JPY");
        assertThat(Phrase.amount(Money.of("1234.5", "KWD"))).isEqualTo("1,234.500 KWD");
    }

    @Test
    void a_negative_amount_has_a_true_minus() {
        assertThat(Phrase.amount(Money.of("-1200", "EUR"))).isEqualTo("\u22121,200.00 EUR");
        assertThat(Phrase.amount(Money.ofMinor(Long.MIN_VALUE, "EUR")))
                .isEqualTo("\u221292,233,720,368,547,758.08 EUR");
    }

    @Test
    void days_name_the_year_only_when_it_is_another() {
        assertThat(Phrase.day(LocalDate.of(2026, 11, 27), 2026)).isEqualTo("Fri 27 Nov");
        assertThat(Phrase.day(LocalDate.of(2027, 1, 4), 2026)).isEqualTo("Mon 4 Jan 2027");
    }

    @Test
    void a_persons_words_end_as_a_sentence() {
        assertThat(Phrase.sentence("moving offices")).isEqualTo("moving offices.");
        assertThat(Phrase.sentence("Moving offices. ")).isEqualTo("Moving offices.");
        assertThat(Phrase.sentence("really?")).isEqualTo("really?");
    }
}
