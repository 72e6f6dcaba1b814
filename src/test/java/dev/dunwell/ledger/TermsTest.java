package dev.dunwell.ledger;

import static dev.dunwell.ledger.Book.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TermsTest {

    @Test
    void net_counts_days_from_the_invoice_date() {
        assertThat(Terms.net(30).dueOn(day("2026-01-31"))).isEqualTo("2026-03-02");
        assertThat(Terms.net(30).dueOn(day("2024-01-31"))).isEqualTo("2024-03-01");
        assertThat(Terms.net(0).dueOn(day("2026-02-28"))).isEqualTo("2026-02-28");
        assertThat(Terms.net(14).dueOn(day("2024-03-01"))).isEqualTo("2024-03-15");
        assertThat(Terms.net(365).dueOn(day("2024-02-29"))).isEqualTo("2025-02-28");
    }

    @Test
    void end_of_month_counts_from_the_last_day_of_the_month_also_in_a_leap_year() {
        assertThat(Terms.endOfMonth(0).dueOn(day("2026-02-01"))).isEqualTo("2026-02-28");
        assertThat(Terms.endOfMonth(0).dueOn(day("2024-02-10"))).isEqualTo("2024-02-29");
        assertThat(Terms.endOfMonth(30).dueOn(day("2024-02-29"))).isEqualTo("2024-03-30");
        assertThat(Terms.endOfMonth(30).dueOn(day("2026-12-31"))).isEqualTo("2027-01-30");
        assertThat(Terms.endOfMonth(10).dueOn(day("2026-01-15"))).isEqualTo("2026-02-10");
    }

    @Test
    void they_are_written_and_read_the_same() {
        assertThat(Terms.parse("net 30")).isEqualTo(Terms.net(30)).hasToString("net 30");
        assertThat(Terms.parse(" EOM + 15 ")).isEqualTo(Terms.endOfMonth(15)).hasToString("end of month + 15");
        assertThat(Terms.parse(Terms.endOfMonth(0).toString())).isEqualTo(Terms.endOfMonth(0));
    }

    @Test
    void what_cannot_be_understood_is_refused() {
        assertThatThrownBy(() -> Terms.parse("thirty days")).hasMessageContaining("net 30");
        assertThatThrownBy(() -> Terms.parse("net 400")).hasMessageContaining("0 to 365");
        assertThatThrownBy(() -> Terms.net(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
