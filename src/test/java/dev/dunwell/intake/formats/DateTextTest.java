package dev.dunwell.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

    private final DateText date = new DateText();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-01-31                | 2024-01-31
            2024-1-5                  | 2024-01-05
            2024/01/31                | 2024-01-31
            2024.01.31                | 2024-01-31
            20240131                  | 2024-01-31
            2024-01-31 23:59          | 2024-01-31
            2021-01-28T11:04:09+00:00 | 2021-01-28
            2021-01-28T11:04:09.123Z  | 2021-01-28
            30-Nov-15                 | 2015-11-30
            30 Nov 1999               | 1999-11-30
            30NOV2015                 | 2015-11-30
            1. Dezember 2015          | 2015-12-01
            1. März 2024              | 2024-03-01
            3 de febrero de 2024      | 2024-02-03
            14 août 2024              | 2024-08-14
            1er janvier 2024          | 2024-01-01
            Nov 30, 2015              | 2015-11-30
            November 3rd 2015         | 2015-11-03
            2015-Nov-30               | 2015-11-30
            31-Dec-69                 | 2069-12-31
            1-Jan-70                  | 1970-01-01
            29-Feb-2024               | 2024-02-29
            """)
    void a_date_with_its_year_or_month_in_plain_sight_has_one_meaning(String text, LocalDate day) {
        assertThat(date.read(text)).isTrue();
        assertThat(date.isPlain()).isTrue();
        for (DateOrder order : DateOrder.values()) {
            assertThat(date.day(order)).isEqualTo(day);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            1/2/2013         | 2013-02-01 | 2013-01-02 | -
            01-02-2013       | 2013-02-01 | 2013-01-02 | -
            26-04-2011 11:50 | 2011-04-26 | -          | -
            1/26/2013 12:00:00 AM | -     | 2013-01-26 | -
            01.02.2013       | 2013-02-01 | 2013-01-02 | -
            31.12.99         | 1999-12-31 | -          | -
            12/11/10         | 2010-11-12 | 2010-12-11 | 2012-11-10
            31012024         | 2024-01-31 | -          | -
            03042024         | 2024-04-03 | 2024-03-04 | -
            30/02/2013       | -          | -          | -
            29/02/2023       | -          | -          | -
            1/1/2300         | -          | -          | -
            """)
    void a_date_of_mere_numbers_means_what_its_order_makes_of_it(
            String text, @Nullable LocalDate dayFirst, @Nullable LocalDate monthFirst, @Nullable LocalDate yearFirst) {
        assertThat(date.read(text)).isTrue();
        assertThat(date.isPlain()).isFalse();
        assertThat(date.day(DateOrder.DAY_FIRST)).isEqualTo(dayFirst);
        assertThat(date.day(DateOrder.MONTH_FIRST)).isEqualTo(monthFirst);
        assertThat(date.day(DateOrder.YEAR_FIRST)).isEqualTo(yearFirst);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "today",
                "2024",
                "2024-01",
                "1/2",
                "45000",
                "1/2-2013",
                "1/2/3",
                "1/2/203",
                "123/4/2024",
                "2024-01-31 noon",
                "2024-01-31x",
                "31.01.2024abc",
                "99999999999999999999",
                "1/2/2013/4",
                "Foo 3, 2024",
                "Nov Nov 2015",
                "Nov 30",
                "2024-01-31 -5",
                "T",
                "//",
                "٣/٤/٢٠٢٤"
            })
    void what_is_no_date_is_not_taken_for_one(String text) {
        assertThat(date.read(text)).isFalse();
    }

    @Test
    void a_plain_date_that_no_calendar_has_is_no_day() {
        assertThat(date.read("2023-02-29")).isTrue();
        assertThat(date.day(DateOrder.DAY_FIRST)).isNull();
        assertThat(date.read("31-Nov-15")).isTrue();
        assertThat(date.day(DateOrder.DAY_FIRST)).isNull();
    }

    @Test
    void every_day_comes_back_from_every_way_to_write_it() {
        for (LocalDate day = LocalDate.of(1999, 12, 1); day.getYear() < 2026; day = day.plusDays(1)) {
            assertThat(date.read(day.toString())).isTrue();
            assertThat(date.day(DateOrder.DAY_FIRST)).isEqualTo(day);
            assertThat(date.read("%d/%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear())))
                    .isTrue();
            assertThat(date.day(DateOrder.DAY_FIRST)).isEqualTo(day);
            assertThat(date.read(
                            "%02d-%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth(), day.getYear() % 100)))
                    .isTrue();
            assertThat(date.day(DateOrder.MONTH_FIRST)).isEqualTo(day);
        }
    }
}
