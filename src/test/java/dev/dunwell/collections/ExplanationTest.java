package dev.dunwell.collections;

import static dev.dunwell.collections.Explanation.State.DUE;
import static dev.dunwell.collections.Explanation.State.LEFT_OUT;
import static dev.dunwell.collections.Explanation.State.PASSED;
import static dev.dunwell.collections.Explanation.State.PLANNED;
import static dev.dunwell.collections.Explanation.State.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.collections.DueStep.Moved;
import dev.dunwell.kernel.BusinessCalendar;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** MS-20480 of Castellano, due on Sat 7 Nov 2026, asked on Mon 23 Nov: a promise holds the firm reminder. */
class ExplanationTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private final Policy policy = Policy.of(Strategy.sixStages(), BusinessCalendar.of("DE"));
    private final Item item = Item.dates(LocalDate.of(2026, 10, 8), LocalDate.of(2026, 11, 7))
            .taken(6, 9)
            .contacted(9)
            .promised("1200.00", 20);

    @Test
    void it_tells_the_decision_that_was_made() {
        Explanation why = policy.explain(item.now(), MONDAY);
        assertThat(why.decision()).isEqualTo(policy.decide(item.now(), MONDAY));
        assertThat(why.decision().reason()).isEqualTo("A promise of 1,200.00 EUR runs until Fri 27 Nov.");
        assertThat(why.decision().nextOn()).isEqualTo("2026-11-28");
    }

    @Test
    void it_tells_the_step_that_was_due_and_why_it_was_moved() {
        assertThat(policy.explain(item.now(), MONDAY).due())
                .isEqualTo(new DueStep(
                        Strategy.sixStages().step(7), LocalDate.of(2026, 11, 22), MONDAY, Moved.TO_WORKING_DAY));
        assertThat(policy.explain(item.now(), MONDAY.minusDays(1)).due()).isNull();
    }

    @Test
    void it_lays_out_all_steps() {
        assertThat(policy.explain(item.now(), MONDAY).plan())
                .extracting(planned -> planned.step().number() + " " + planned.on() + " " + planned.state())
                .containsExactly(
                        "1 2026-10-08 " + PASSED,
                        "2 2026-10-12 " + PASSED,
                        "3 2026-10-30 " + PASSED,
                        "4 2026-11-05 " + PASSED,
                        "5 2026-11-10 " + PASSED,
                        "6 2026-11-16 " + TAKEN,
                        "7 2026-11-23 " + DUE,
                        "8 2026-12-02 " + PLANNED,
                        "9 2026-12-17 " + PLANNED,
                        "10 2026-12-21 " + PLANNED,
                        "11 2027-01-04 " + PLANNED);
    }

    @Test
    void it_shows_what_is_left_out_when_an_old_invoice_is_caught_up() {
        Item old = Item.due(LocalDate.of(2026, 9, 24));
        assertThat(policy.explain(old.now(), MONDAY).plan())
                .extracting(planned -> planned.step().number() + " " + planned.on() + " " + planned.state())
                .containsExactly(
                        "1 2026-08-25 " + TAKEN,
                        "2 2026-08-28 " + LEFT_OUT,
                        "3 2026-09-17 " + LEFT_OUT,
                        "4 2026-09-22 " + LEFT_OUT,
                        "5 2026-09-28 " + DUE,
                        "6 2026-11-26 " + PLANNED,
                        "7 2026-10-09 " + LEFT_OUT,
                        "8 2026-11-30 " + PLANNED,
                        "9 2026-12-03 " + PLANNED,
                        "10 2026-12-07 " + PLANNED,
                        "11 2026-12-18 " + PLANNED);
    }
}
