package dev.dunwell.ledger;

import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TermsTest {

    private static LocalDate due(String rule, String issuedOn) {
        return DueRuleText.parse(rule).dueOn(day(issuedOn));
    }

    @Test
    void net_counts_days_from_the_invoice_date() {
        assertThat(due("net 30", "2026-01-31")).isEqualTo("2026-03-02");
        assertThat(due("net 30", "2024-01-31")).isEqualTo("2024-03-01");
        assertThat(due("net 0", "2026-02-28")).isEqualTo("2026-02-28");
        assertThat(due("net 14", "2024-03-01")).isEqualTo("2024-03-15");
        assertThat(due("net 365", "2024-02-29")).isEqualTo("2025-02-28");
    }

    @Test
    void end_of_month_counts_from_the_last_day_of_the_month_also_in_a_leap_year() {
        assertThat(due("end of month + 0", "2026-02-01")).isEqualTo("2026-02-28");
        assertThat(due("end of month + 0", "2024-02-10")).isEqualTo("2024-02-29");
        assertThat(due("end of month + 30", "2024-02-29")).isEqualTo("2024-03-30");
        assertThat(due("end of month + 30", "2026-12-31")).isEqualTo("2027-01-30");
        assertThat(due("end of month + 10", "2026-01-15")).isEqualTo("2026-02-10");
    }

    @Test
    void a_fixed_day_lies_in_the_next_month_or_for_late_invoices_in_the_one_after() {
        assertThat(due("day 15 of next month", "2026-01-31")).isEqualTo("2026-02-15");
        assertThat(due("day 31 of next month", "2026-01-31")).isEqualTo("2026-02-28");
        assertThat(due("day 31 of next month", "2024-01-10")).isEqualTo("2024-02-29");
        String split = "day 15 of next month, from day 20 the month after";
        assertThat(due(split, "2026-11-19")).isEqualTo("2026-12-15");
        assertThat(due(split, "2026-11-20")).isEqualTo("2027-01-15");
        assertThat(DueRuleText.parse(split)).hasToString(split);
    }

    @Test
    void instalments_have_a_day_each_and_sum_to_the_amount() {
        DueRule thirds = DueRuleText.parse("33.4 % after 0 days, 33.3 % after 30 days, 33.3 % after 60 days");
        assertThat(thirds.parts(day("2026-01-31"), eur("100.01")))
                .containsExactly(
                        new DueRule.Part(day("2026-01-31"), eur("33.41")),
                        new DueRule.Part(day("2026-03-02"), eur("33.30")),
                        new DueRule.Part(day("2026-04-01"), eur("33.30")));
        assertThat(thirds.dueOn(day("2026-01-31"))).isEqualTo("2026-04-01");
        DueRule.Instalments even =
                (DueRule.Instalments) DueRuleText.parse("50 % after 0 days, 25 % after 30 days, 25 % after 60 days");
        assertThat(even.parts(day("2026-01-01"), eur("0.03")).stream().map(part -> part.amount()))
                .containsExactly(eur("0.01"), eur("0.01"), eur("0.01"));
    }

    @Test
    void a_rule_knows_how_long_it_can_take() {
        assertThat(DueRuleText.parse("end of month + 30").longestDays()).isEqualTo(60);
        assertThat(DueRuleText.parse("end of month + 0").shortestDays()).isZero();
        assertThat(DueRuleText.parse("day 15 of next month").longestDays()).isEqualTo(45);
        assertThat(DueRuleText.parse("net 30").shortestDays()).isEqualTo(30);
    }

    @Test
    void they_are_written_and_read_the_same() {
        assertThat(Terms.parse("net 30")).isEqualTo(Terms.net(30)).hasToString("net 30");
        assertThat(Terms.parse(" EOM + 15 ")).isEqualTo(Terms.endOfMonth(15)).hasToString("end of month + 15");
        assertThat(Terms.parse("2/10 net 30")).hasToString("2/10 net 30");
        assertThat(PlainTerms.parse("3/10, 2/20 net 30").discounts()).hasSize(2);
        assertThat(Terms.parse(Terms.endOfMonth(0).toString())).isEqualTo(Terms.endOfMonth(0));
    }

    @Test
    void what_cannot_be_understood_is_refused() {
        assertThatThrownBy(() -> Terms.parse("thirty days")).hasMessageContaining("net 30");
        assertThatThrownBy(() -> Terms.parse("net 400")).hasMessageContaining("0 to 365");
        assertThatThrownBy(() -> Terms.net(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DueRuleText.parse("day 32 of next month")).hasMessageContaining("1 to 31");
    }
}
