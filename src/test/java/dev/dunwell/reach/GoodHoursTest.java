package dev.dunwell.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.reach.GoodHours.Hour;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoodHoursTest {

    @Test
    void the_two_hours_with_most_answers_are_best() {
        var hours = List.of(new Hour(9, 4, 1), new Hour(10, 3, 3), new Hour(11, 2, 1), new Hour(15, 5, 2));
        assertThat(GoodHours.of(hours)).contains(new GoodHours(10, 5, 4)); // 5/7 against 2/6 and 3/7
        assertThat(GoodHours.of(hours).orElseThrow().until()).isEqualTo(12);
    }

    @Test
    void two_lucky_calls_do_not_outdo_nine_of_ten() {
        assertThat(GoodHours.of(List.of(new Hour(8, 2, 2), new Hour(14, 10, 9))))
                .contains(new GoodHours(14, 10, 9)); // 10/12 against 3/4
    }

    @Test
    void of_two_that_are_equal_the_earlier_counts() {
        assertThat(GoodHours.of(List.of(new Hour(16, 3, 2), new Hour(9, 3, 2)))).contains(new GoodHours(8, 3, 2));
    }

    @Test
    void one_answer_says_nothing() {
        assertThat(GoodHours.of(List.of(new Hour(9, 1, 1), new Hour(16, 5, 1)))).isEmpty();
        assertThat(GoodHours.of(List.of())).isEmpty();
    }
}
