package dev.dunwell.cases;

import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.cases.Plan.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void even_parts_sum_to_the_cent_and_the_larger_come_first() {
        assertThat(Schedule.even(eur("100.00"), 3, day("2026-01-31"), Schedule.Every.MONTH))
                .containsExactly(
                        new Line(day("2026-01-31"), eur("33.34")),
                        new Line(day("2026-02-28"), eur("33.33")),
                        new Line(day("2026-03-31"), eur("33.33")));
    }

    @Test
    void weeks_are_seven_days_apart() {
        assertThat(Schedule.even(eur("2.00"), 2, day("2026-01-01"), Schedule.Every.WEEK))
                .extracting(Line::dueOn)
                .containsExactly(day("2026-01-01"), day("2026-01-08"));
    }

    @Test
    void money_fills_the_earliest_lines_first() {
        List<Line> lines = Schedule.even(eur("300.00"), 3, day("2026-01-01"), Schedule.Every.WEEK);
        assertThat(Plan.fill(lines, eur("150.00")))
                .extracting(Plan.Filled::paid)
                .containsExactly(eur("100.00"), eur("50.00"), eur("0.00"));
        assertThat(Plan.fill(lines, eur("400.00"))).allMatch(Plan.Filled::isPaid);
    }
}
