package dev.dunwell.conversations.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Until when somebody is away. */
class ReturnDayTest {

    private static final LocalDate CAME = LocalDate.of(2026, 11, 3); // a Tuesday

    private static void lastDay(String expected, String text) {
        assertThat(ReturnDay.lastDayAway(text, CAME)).as(text).isEqualTo(Optional.of(LocalDate.parse(expected)));
    }

    @Test
    void until_names_the_last_day() {
        lastDay("2026-11-13", "I am out of the office until 13 November 2026.");
        lastDay("2026-11-13", "I will be on leave until November 13th.");
        lastDay("2026-11-13", "Ich bin bis 13.11.2026 nicht im Büro.");
        lastDay("2026-11-13", "Ich bin bis einschließlich 13. November abwesend.");
        lastDay("2026-11-13", "Je suis absent jusqu'au 13/11/2026.");
        lastDay("2026-11-13", "Estoy fuera de la oficina hasta el 13 de noviembre de 2026.");
        lastDay("2026-11-13", "Out of office until 2026-11-13.");
    }

    @Test
    void back_names_the_day_after() {
        lastDay("2026-11-15", "I will be back on 16 November.");
        lastDay("2026-11-15", "Ab dem 16.11. bin ich wieder im Büro.");
        lastDay("2026-11-15", "Je serai de retour le 16 novembre.");
        lastDay("2026-11-15", "Vuelvo el 16 de noviembre.");
        lastDay("2026-11-08", "I will be back on Monday.");
    }

    @Test
    void a_day_of_next_year_needs_no_year() {
        lastDay("2027-01-06", "I am away from 20 December until 6 January.");
    }

    @Test
    void what_is_past_or_far_or_no_day_is_not_believed() {
        assertThat(ReturnDay.lastDayAway("I was away until 1 November 2026.", CAME))
                .isEmpty();
        assertThat(ReturnDay.lastDayAway("I am away until 2039-01-01.", CAME)).isEmpty();
        assertThat(ReturnDay.lastDayAway("I am away until 31.02.2027.", CAME)).isEmpty();
        assertThat(ReturnDay.lastDayAway("I am out of the office.", CAME)).isEmpty();
    }
}
