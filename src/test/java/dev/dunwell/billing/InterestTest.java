package dev.dunwell.billing;

import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.DayCount;
import dev.dunwell.ledger.Penalties;
import dev.dunwell.ledger.Regime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterestTest {

    private static final Penalties.Interest TEN_A_YEAR =
            new Penalties.Interest(BigDecimal.TEN, Penalties.Per.YEAR, DayCount.ACTUAL_365);

    /** 1,000.00, due on 2 March 2026, 45 days late on 16 April, at 1.5 % a month. */
    private static Interest monthly(DayCount dayCount) {
        var rule = new Penalties.Interest(new BigDecimal("1.5"), Penalties.Per.MONTH, dayCount);
        return Interest.of(
                steps("2026-03-03", eur("1000.00")),
                InterestRule.agreed(rule, day("2026-03-03")),
                day("2026-03-03"),
                day("2026-04-16"));
    }

    @Test
    void one_and_a_half_percent_a_month_for_45_days_by_each_convention() {
        assertThat(monthly(DayCount.MONTH_PRO_RATA).total()).isEqualTo(eur("22.50"));
        assertThat(monthly(DayCount.MONTH_STARTED).total()).isEqualTo(eur("30.00"));
        assertThat(monthly(DayCount.ACTUAL_365).total()).isEqualTo(eur("22.19"));
        assertThat(monthly(DayCount.ACTUAL_360).total()).isEqualTo(eur("22.50"));
        assertThat(monthly(DayCount.THIRTY_360).total()).isEqualTo(eur("22.00"));
        assertThat(monthly(DayCount.ACTUAL_ACTUAL).total()).isEqualTo(eur("22.19"));
        Interest.Line line = monthly(DayCount.ACTUAL_365).lines().getFirst();
        assertThat(line.days()).isEqualTo(45);
        assertThat(line.percentPerYear()).isEqualByComparingTo("18");
        assertThat(line.exact()).isEqualByComparingTo("22.191781");
    }

    @Test
    void a_month_started_is_covered_to_its_end_and_never_counted_again() {
        Interest two = monthly(DayCount.MONTH_STARTED);
        assertThat(two.through()).isEqualTo("2026-05-02");
        assertThat(two.lines()).extracting(Interest.Line::from).containsExactly(day("2026-03-03"), day("2026-04-03"));
        var rule = InterestRule.agreed(
                new Penalties.Interest(new BigDecimal("1.5"), Penalties.Per.MONTH, DayCount.MONTH_STARTED),
                day("2026-03-03"));
        Interest next = Interest.of(
                steps("2026-03-03", eur("1000.00")), rule, two.through().plusDays(1), day("2026-05-03"));
        assertThat(next.total()).isEqualTo(eur("15.00"));
        Interest none = Interest.of(
                steps("2026-03-03", eur("1000.00")), rule, two.through().plusDays(1), day("2026-05-02"));
        assertThat(none.total()).isEqualTo(eur("0.00"));
    }

    @Test
    void fifteen_days_at_ten_percent_on_a_hundred_are_41_cents() {
        Interest interest = Interest.of(
                steps("2026-02-01", eur("100.00")),
                InterestRule.agreed(TEN_A_YEAR, day("2026-02-01")),
                day("2026-02-01"),
                day("2026-02-15"));
        assertThat(interest.total()).isEqualTo(eur("0.41"));
        assertThat(interest.lines().getFirst().exact()).isEqualByComparingTo("0.410959");
    }

    @Test
    void a_leap_year_counts_by_the_convention() {
        var actual = new Penalties.Interest(BigDecimal.TEN, Penalties.Per.YEAR, DayCount.ACTUAL_ACTUAL);
        LocalDate from = day("2024-01-01");
        assertThat(Interest.of(
                                steps("2024-01-01", eur("1000.00")),
                                InterestRule.agreed(actual, from),
                                from,
                                day("2024-12-31"))
                        .total())
                .isEqualTo(eur("100.00"));
        assertThat(Interest.of(
                                steps("2024-01-01", eur("1000.00")),
                                InterestRule.agreed(TEN_A_YEAR, from),
                                from,
                                day("2024-12-31"))
                        .total())
                .isEqualTo(eur("100.27"));
    }

    @Test
    void a_part_payment_splits_the_lines_and_the_sum_is_rounded_once() {
        List<Interest.Step> falling = List.of(
                new Interest.Step(day("2026-02-01"), eur("100.00")),
                new Interest.Step(day("2026-02-11"), eur("40.00")));
        Interest interest = Interest.of(
                falling, InterestRule.agreed(TEN_A_YEAR, day("2026-02-01")), day("2026-02-01"), day("2026-02-20"));
        assertThat(interest.lines()).extracting(Interest.Line::days).containsExactly(10L, 10L);
        assertThat(interest.lines()).extracting(Interest.Line::principal).containsExactly(eur("100.00"), eur("40.00"));
        assertThat(interest.total()).isEqualTo(eur("0.38")); // 0.273973 + 0.109589, each rounded alone were 0.27 + 0.11
    }

    @Test
    void halves_of_a_cent_that_several_lines_make_are_rounded_up() {
        List<Interest.Step> steps = List.of(
                new Interest.Step(day("2026-01-01"), eur("0.10")), new Interest.Step(day("2026-03-15"), eur("0.20")));
        var rule = InterestRule.agreed(TEN_A_YEAR, day("2026-01-01"));
        // 73 days on 0.10 are 0.002, 55 on 0.20 are 0.003014; to 54.75 days it would be the half exactly
        assertThat(Interest.of(steps, rule, day("2026-01-01"), day("2026-05-08"))
                        .total())
                .isEqualTo(eur("0.01"));
        assertThat(Interest.of(steps, rule, day("2026-01-01"), day("2026-05-07"))
                        .total())
                .isEqualTo(eur("0.00"));
    }

    @Test
    void a_currency_without_minor_units_is_rounded_to_whole_ones() {
        Money yen = Money.of("10000", "JPY");
        assertThat(Interest.of(
                                steps("2026-02-01", yen),
                                InterestRule.agreed(TEN_A_YEAR, day("2026-02-01")),
                                day("2026-02-01"),
                                day("2026-02-10"))
                        .total())
                .isEqualTo(Money.of("27", "JPY"));
    }

    @Test
    void ten_thousand_pounds_at_11_75_percent_cost_3_22_a_day() {
        // usewolfx.com, Late payment interest (UK); paymentcheck.co.uk gives the rate of the first half of 2026
        Interest aDay = statutory(Regime.UK, false, Money.of("10000.00", "GBP"), "2026-04-02", "2026-04-02");
        assertThat(aDay.lines().getFirst().percentPerYear()).isEqualByComparingTo("11.75");
        assertThat(aDay.total()).isEqualTo(Money.of("3.22", "GBP"));
    }

    @Test
    void in_the_uk_the_rate_is_fixed_by_the_day_on_which_the_debt_fell_late() {
        Interest overTheTurn = statutory(Regime.UK, false, Money.of("10000.00", "GBP"), "2025-12-20", "2026-01-20");
        assertThat(overTheTurn.lines()).hasSize(1);
        assertThat(overTheTurn.lines().getFirst().percentPerYear()).isEqualByComparingTo("12.25");
    }

    @Test
    void in_germany_1000_euros_of_a_consumer_at_5_12_percent_cost_3_51_in_25_days() {
        // anleiter.de, Wie berechnet man Verzugszinsen: base rate 0.12 % of the first half of 2011, margin 5
        var table = new RateTable(List.of(
                new ReferenceRate(Reference.DE_BASE, day("2011-01-01"), new BigDecimal("0.12"), "Bundesbank", "")));
        Statute german = Statute.of(Regime.DE, day("2026-01-01")).orElseThrow();
        var rule =
                (InterestRule.Rates) InterestRule.statutory(german, true, table, day("2011-03-01"), day("2011-03-25"));
        assertThat(Interest.of(steps("2011-03-01", eur("1000.00")), rule, day("2011-03-01"), day("2011-03-25"))
                        .total())
                .isEqualTo(eur("3.51"));
    }

    @Test
    void in_germany_the_rate_follows_the_base_rate_of_each_half_year() {
        Interest interest = statutory(Regime.DE, false, eur("10000.00"), "2024-06-21", "2024-07-10");
        assertThat(interest.lines().stream().map(line -> line.percentPerYear().toPlainString()))
                .containsExactly("12.62", "12.37");
        assertThat(interest.lines()).extracting(Interest.Line::days).containsExactly(10L, 10L);
        assertThat(interest.total()).isEqualTo(eur("68.28"));
    }

    @Test
    void in_austria_100000_euros_cost_8580_in_a_year_of_two_half_years_at_8_58_percent() {
        // solidbau.at, Verzugszinsen: base rate -0.62 % on the first day of each half-year until 2022, margin 9.2
        Interest year = statutory(Regime.AT, false, eur("100000.00"), "2022-01-01", "2022-12-31");
        assertThat(year.total()).isEqualTo(eur("8580.00"));
    }

    @Test
    void in_spain_the_days_and_rates_of_the_published_example_are_found() {
        // expertopyme.lefebvre.es, Ha subido el tipo de interés de demora: 20,000 euros due on 30 November 2022, paid
        // on
        // 19 January 2023: 31 days at 8 % and 19 at 10.5 %. It counts a year of 360 days: 137.77 and 110.83, cut off.
        Interest interest = statutory(Regime.ES, false, eur("20000.00"), "2022-12-01", "2023-01-19");
        assertThat(interest.lines()).extracting(Interest.Line::days).containsExactly(31L, 19L);
        assertThat(interest.lines().stream().map(line -> line.percentPerYear().toPlainString()))
                .containsExactly("8.00", "10.50");
        assertThat(interest.total()).isEqualTo(eur("245.21"));
        var commercial = new InterestRule.Rates(
                day("2022-12-01"),
                DayCount.ACTUAL_360,
                List.of(
                        new InterestRule.RateFrom(day("2022-12-01"), new BigDecimal("8")),
                        new InterestRule.RateFrom(day("2023-01-01"), new BigDecimal("10.5"))));
        Interest published =
                Interest.of(steps("2022-12-01", eur("20000.00")), commercial, day("2022-12-01"), day("2023-01-19"));
        assertThat(published.lines().stream().map(line -> line.exact().setScale(2, RoundingMode.DOWN)))
                .containsExactly(new BigDecimal("137.77"), new BigDecimal("110.83"));
    }

    @Test
    void the_rates_that_spain_published_are_the_ecb_rate_and_eight_points() {
        // BOE-A-2014-6914 and BOE-A-2019-18736
        assertThat(rate(Regime.ES, "2014-07-01")).isEqualByComparingTo("8.15");
        assertThat(rate(Regime.ES, "2020-01-01")).isEqualByComparingTo("8.00");
        assertThat(rate(Regime.FR, "2024-07-01")).isEqualByComparingTo("14.25"); // bpifrance-creation.fr
        assertThat(rate(Regime.AT, "2024-01-01")).isEqualByComparingTo("13.08"); // oenb.at: 3.88 and 9.2
    }

    @Test
    void a_half_year_without_a_rate_says_what_to_add() {
        InterestRule rule = InterestRule.statutory(
                Statute.of(Regime.ES, day("2026-06-30")).orElseThrow(),
                false,
                ReferenceRates.shipped(),
                day("2026-06-30"),
                day("2026-07-01"));
        assertThat(rule)
                .isInstanceOfSatisfying(
                        InterestRule.Unknown.class,
                        unknown -> assertThat(unknown.because())
                                .contains("ECB main refinancing rate", "2026-07-01", "Settings → Late payment"));
    }

    @Test
    void compensation_goes_by_the_size_of_the_invoice_and_its_currency() {
        Statute british = Statute.of(Regime.UK, day("2026-01-01")).orElseThrow();
        assertThat(british.compensation(Money.of("999.99", "GBP"))).contains(Money.of("40.00", "GBP"));
        assertThat(british.compensation(Money.of("1000.00", "GBP"))).contains(Money.of("70.00", "GBP"));
        assertThat(british.compensation(Money.of("10000.00", "GBP"))).contains(Money.of("100.00", "GBP"));
        assertThat(british.compensation(eur("10000.00"))).isEmpty();
        assertThat(Statute.of(Regime.FR, day("2026-01-01")).orElseThrow().compensation(eur("5.00")))
                .contains(eur("40.00"));
    }

    private static BigDecimal rate(Regime regime, String on) {
        return statutory(regime, false, eur("1.00"), on, on).lines().getFirst().percentPerYear();
    }

    private static Interest statutory(Regime regime, boolean isConsumer, Money principal, String from, String until) {
        Statute statute = Statute.of(regime, day(from)).orElseThrow();
        var rule = (InterestRule.Rates)
                InterestRule.statutory(statute, isConsumer, ReferenceRates.shipped(), day(from), day(until));
        return Interest.of(steps(from, principal), rule, day(from), day(until));
    }

    private static List<Interest.Step> steps(String from, Money principal) {
        return List.of(new Interest.Step(day(from), principal));
    }
}
