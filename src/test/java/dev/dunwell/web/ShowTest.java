package dev.dunwell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.Money;
import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ShowTest {

    private final Show english = in("en");

    @Test
    void writes_the_code_after_the_amount_and_a_true_minus_before_it() {
        assertThat(html(english.amount(Money.of("10865.50", "EUR"))))
                .isEqualTo("10,865.50<span class=\"cur\">EUR</span>");
        assertThat(english.text(Money.of("-310", "EUR"))).isEqualTo("\u2212310.00\u00a0EUR");
        assertThat(english.text(Money.of("1200", "JPY"))).isEqualTo("1,200\u00a0JPY");
        assertThat(english.figure(Money.of("1.5", "KWD"))).isEqualTo("1.500");
        assertThat(english.price(new BigDecimal("1240.5000"))).isEqualTo("1,240.50");
        assertThat(english.price(new BigDecimal("0.0375"))).isEqualTo("0.0375");
        assertThat(english.figure(Money.ofMinor(Long.MIN_VALUE, "EUR"))).isEqualTo("\u221292,233,720,368,547,758.08");
    }

    @Test
    void follows_the_readers_locale() {
        assertThat(in("de").text(Money.of("10865.50", "EUR"))).isEqualTo("10.865,50\u00a0EUR");
        assertThat(in("fr").text(Money.of("10865.50", "EUR"))).isEqualTo("10\u202f865,50\u00a0EUR");
        assertThat(in("de").dayText(LocalDate.of(2026, 11, 27))).isEqualTo("Fr., 27. Nov.");
        assertThat(in("en-US").dayText(LocalDate.of(2026, 11, 27))).isEqualTo("Fri, Nov 27");
    }

    @Test
    void names_the_year_only_when_it_is_another() {
        assertThat(english.dayText(LocalDate.of(2026, 9, 4))).isEqualTo("Fri 4 Sep");
        assertThat(english.dayText(LocalDate.of(2027, 1, 4))).isEqualTo("Mon 4 Jan 2027");
        assertThat(html(english.date(LocalDate.of(2026, 9, 18))))
                .isEqualTo("<time datetime=\"2026-09-18\">18 Sep</time>");
        assertThat(english.longDay(LocalDate.of(2026, 11, 23))).isEqualTo("Monday 23 November 2026");
    }

    @Test
    void tells_moments_in_the_organisations_zone() {
        assertThat(english.momentText(Instant.parse("2026-11-22T23:30:00Z"))).isEqualTo("Mon 23 Nov, 00:30");
    }

    @Test
    void writes_offsets_counts_and_percentages() {
        assertThat(english.offset(15)).isEqualTo("+15");
        assertThat(english.offset(-7)).isEqualTo("\u22127");
        assertThat(english.offset(0)).isEqualTo("0");
        assertThat(english.many(1, "customer", "customers")).isEqualTo("1 customer");
        assertThat(english.many(1184, "customer", "customers")).isEqualTo("1,184 customers");
        assertThat(english.percent(new BigDecimal("81.6"))).isEqualTo("81.6\u00a0%");
    }

    private static Show in(String language) {
        return new Show(Locale.forLanguageTag(language), ZoneId.of("Europe/Madrid"), LocalDate.of(2026, 11, 23));
    }

    private static String html(Content content) {
        var output = new StringOutput();
        content.writeTo(output);
        return output.toString();
    }
}
