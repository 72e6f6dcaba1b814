package dev.dunwell.ledger;

import static dev.dunwell.ledger.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DayCountTest {

    @Test
    void actual_365_and_360_count_calendar_days_also_in_leap_years() {
        assertThat(DayCount.ACTUAL_365.parts(day("2024-02-01"), day("2024-03-01")))
                .isEqualTo(30 * DayCount.YEAR / 365);
        assertThat(DayCount.ACTUAL_360.parts(day("2024-01-01"), day("2024-12-31")))
                .isEqualTo(366 * DayCount.YEAR / 360);
    }

    @Test
    void actual_actual_gives_each_day_its_own_years_share() {
        assertThat(DayCount.ACTUAL_ACTUAL.parts(day("2024-01-01"), day("2024-12-31")))
                .isEqualTo(DayCount.YEAR);
        assertThat(DayCount.ACTUAL_ACTUAL.parts(day("2023-12-31"), day("2024-01-01")))
                .isEqualTo(DayCount.YEAR / 365 + DayCount.YEAR / 366);
    }

    @Test
    void thirty_360_gives_each_month_30_days() {
        assertThat(DayCount.THIRTY_360.parts(day("2026-02-01"), day("2026-02-28")))
                .isEqualTo(28 * DayCount.YEAR / 360);
        assertThat(DayCount.THIRTY_360.parts(day("2026-03-01"), day("2026-03-31")))
                .isEqualTo(32 * DayCount.YEAR / 360);
        assertThat(DayCount.THIRTY_360.parts(day("2026-01-31"), day("2026-01-31")))
                .isZero();
        assertThat(DayCount.THIRTY_360.parts(day("2026-01-16"), day("2027-01-15")))
                .isEqualTo(DayCount.YEAR);
    }

    @Test
    void a_month_started_counts_in_full() {
        assertThat(DayCount.MONTH_STARTED.parts(day("2026-02-01"), day("2026-02-28")))
                .isEqualTo(DayCount.YEAR / 12);
        assertThat(DayCount.MONTH_STARTED.parts(day("2026-02-01"), day("2026-03-01")))
                .isEqualTo(DayCount.YEAR / 6);
        assertThat(DayCount.MONTH_STARTED.parts(day("2026-01-31"), day("2026-02-27")))
                .isEqualTo(DayCount.YEAR / 12);
    }

    @Test
    void a_month_pro_rata_has_30_days() {
        assertThat(DayCount.MONTH_PRO_RATA.parts(day("2026-02-01"), day("2026-03-17")))
                .isEqualTo(45 * DayCount.YEAR / 360);
    }
}
