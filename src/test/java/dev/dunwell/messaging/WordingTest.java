package dev.dunwell.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    @Test
    void a_date_is_said_as_people_say_it() {
        assertThat(Wording.of("en").date(DAY)).isEqualTo("27 November 2026");
        assertThat(Wording.of("de").date(DAY)).isEqualTo("27. November 2026");
        assertThat(Wording.of("es").date(DAY)).isEqualTo("27 de noviembre de 2026");
        assertThat(Wording.of("de").date(LocalDate.of(2027, 3, 1))).isEqualTo("1. März 2027");
    }

    @Test
    void a_table_has_short_dates() {
        assertThat(Wording.of("en").shortDate(DAY)).isEqualTo("27 Nov 2026");
        assertThat(Wording.of("de").shortDate(DAY)).isEqualTo("27.11.2026");
        assertThat(Wording.of("es").shortDate(DAY)).isEqualTo("27/11/2026");
    }

    @Test
    void an_amount_has_all_its_digits_and_its_currency() {
        assertThat(Wording.of("en").amount(Money.of("1200", "EUR"))).isEqualTo("1,200.00 EUR");
        assertThat(Wording.of("de").amount(Money.of("1200", "EUR"))).isEqualTo("1.200,00 EUR");
        assertThat(Wording.of("es").amount(Money.of("1200", "EUR"))).isEqualTo("1.200,00 EUR");
        assertThat(Wording.of("en").amount(Money.of("1200", "JPY"))).isEqualTo("1,200 JPY");
        assertThat(Wording.of("en").amount(Money.of("0.5", "KWD"))).isEqualTo("0.500 KWD");
        assertThat(Wording.of("en").amount(Money.of("-12", "EUR"))).isEqualTo("\u221212.00 EUR");
        assertThat(Wording.of("en").amount(Money.ofMinor(Long.MAX_VALUE, "EUR")))
                .isEqualTo("92,233,720,368,547,758.07 EUR");
    }

    @Test
    void a_list_ends_in_and() {
        assertThat(Wording.of("en").list(List.of())).isEmpty();
        assertThat(Wording.of("en").list(List.of("A"))).isEqualTo("A");
        assertThat(Wording.of("de").list(List.of("A", "B"))).isEqualTo("A und B");
        assertThat(Wording.of("es").list(List.of("A", "B", "C"))).isEqualTo("A, B y C");
    }

    @Test
    void a_language_we_do_not_write_is_answered_in_english() {
        assertThat(Wording.of("de-AT").language()).isEqualTo("de");
        assertThat(Wording.of("es_MX").language()).isEqualTo("es");
        assertThat(Wording.of("pt").language()).isEqualTo("en");
        assertThat(Wording.of("").language()).isEqualTo("en");
        assertThat(Wording.of("../../etc").language()).isEqualTo("en");
    }
}
