package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.collections.DueStep.Moved;
import dev.dunwell.kernel.BusinessCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LadderTest {

    private final Ladder everyDay = new Ladder(Strategy.sixStages(), BusinessCalendar.everyDay());
    private final Ladder weekdays = new Ladder(Strategy.sixStages(), BusinessCalendar.of("DE"));

    @Test
    void every_step_comes_due_on_its_own_day_and_not_before() {
        // The final notice of +42 keeps 4 days from the manager call, and the proposal waits for the deadline.
        int[] offsets = {-27, -7, -2, 3, 7, 15, 25, 40, 44, 55};
        for (int i = 0; i < offsets.length; i++) {
            Item before = i == 0 ? Item.open() : Item.open().taken(i + 1, offsets[i - 1]);
            assertThat(due(before, offsets[i] - 1))
                    .as("day before step %d", i + 2)
                    .isNull();
            assertThat(due(before, offsets[i])).as("step %d", i + 2).isEqualTo(i + 2);
        }
    }

    @Test
    void a_final_notice_without_a_call_before_it_comes_on_its_own_day() {
        assertThat(due(Item.open().taken(8, 25), 41))
                .as("the manager call waits to be made")
                .isEqualTo(9);
        assertThat(due(Item.open().taken(8, 25), 42)).isEqualTo(10);
        assertThat(due(Item.open().taken(10, 42), 52)).isNull();
        assertThat(due(Item.open().taken(10, 42), 53)).isEqualTo(11);
    }

    @Test
    void the_invoice_itself_is_never_due_because_accounting_sent_it() {
        assertThat(due(Item.open(), -30)).isNull();
        assertThat(everyDay.taken(Item.open().now())).isEqualTo(1);
        assertThat(everyDay.reached(Item.open().now())).isEqualTo(Stage.SENT);
    }

    @Test
    void friendly_steps_lapse_after_the_due_date() {
        Item late = Item.open().taken(3, -7);
        assertThat(due(late, 0)).as("on the due date").isEqualTo(4);
        assertThat(due(late, 1)).as("the day after").isNull();
        assertThat(due(late, 2)).isNull();
    }

    @Test
    void nothing_above_friendly_is_due_on_the_due_date() {
        assertThat(due(Item.open().taken(4, -2), 0)).isNull();
    }

    @Test
    void a_friendly_step_that_would_come_before_the_invoice_lapses() {
        Item onReceipt = Item.dates(Item.DUE, Item.DUE);
        assertThat(due(onReceipt, 0)).isNull();
        assertThat(due(onReceipt, 3)).isEqualTo(5);
        Item week = Item.dates(Item.DUE.minusDays(7), Item.DUE);
        assertThat(due(week, -7)).as("with the invoice").isNull();
        assertThat(due(week, -4)).as("delivery check").isEqualTo(2);
    }

    @Test
    void after_downtime_only_the_most_advanced_step_below_the_inquiry_is_due() {
        assertThat(due(Item.open(), -3)).isEqualTo(3);
        assertThat(due(Item.open(), -1)).isEqualTo(4);
    }

    @Test
    void an_old_invoice_seen_first_gets_the_inquiry_not_the_final_notice() {
        assertThat(due(Item.open(), 60)).isEqualTo(5);
        assertThat(due(Item.open(), 600)).isEqualTo(5);
    }

    @Test
    void stages_after_the_inquiry_are_climbed_one_by_one() {
        assertThat(due(Item.open().taken(5, 60), 67))
                .as("firm after the inquiry")
                .isEqualTo(8);
        assertThat(due(Item.open().taken(8, 67), 74)).as("final after firm").isEqualTo(10);
        assertThat(due(Item.open().taken(10, 74), 85))
                .as("proposal after the deadline")
                .isEqualTo(11);
    }

    @Test
    void a_mail_comes_before_the_call_of_its_stage() {
        assertThat(due(Item.open().taken(4, -2), 10)).isEqualTo(5);
        assertThat(due(Item.open().taken(8, 25), 60)).isEqualTo(10);
    }

    @Test
    void a_call_of_a_higher_stage_comes_before_a_mail_of_a_lower() {
        assertThat(due(Item.open().taken(7, 33), 40))
                .as("manager call, second firm reminder due too")
                .isEqualTo(9);
    }

    @Test
    void the_invoice_that_accounting_sent_starts_no_cool_down() {
        assertThat(due(Item.open().taken(1, -8), -7)).isEqualTo(3);
    }

    @Test
    void a_call_never_blocks_the_ladder() {
        Item inquired = Item.open().taken(5, 3);
        assertThat(due(inquired, 14)).as("the call waits to be made").isEqualTo(6);
        assertThat(due(inquired, 15)).as("the firm reminder overtakes it").isEqualTo(7);
        assertThat(due(Item.open().taken(7, 15), 24)).as("and the call is gone").isNull();
    }

    @Test
    void a_mail_above_keeps_its_distance_to_the_mail_before_also_with_a_call_between() {
        Item mailed = Item.open().taken(7, 20);
        assertThat(due(mailed, 26)).isNull();
        assertThat(due(mailed, 27)).isEqualTo(8);
        Item called = Item.open().taken(6, 12);
        assertThat(due(called, 15)).isNull();
        assertThat(due(called, 16))
                .as("the inquiry came 3 days or more before the call")
                .isEqualTo(7);
    }

    @Test
    void a_first_inquiry_need_not_keep_that_distance_to_a_friendly_step() {
        assertThat(due(Item.open().taken(4, 0), 3)).isEqualTo(5);
    }

    @Test
    void no_step_is_due_within_the_cool_down_of_the_one_before() {
        assertThat(due(Item.open().taken(3, -3), -2)).isNull();
        assertThat(due(Item.open().taken(3, -3), 0)).as("free on the third day").isEqualTo(4);
        assertThat(due(Item.open().taken(5, 60), 62)).isNull();
        assertThat(due(Item.open().taken(5, 60), 63))
                .as("the call that belongs to it")
                .isEqualTo(6);
    }

    @Test
    void the_proposal_waits_for_the_deadline_of_the_final_notice() {
        assertThat(due(Item.open().taken(9, 40), 90))
                .as("no notice, no proposal")
                .isEqualTo(10);
        assertThat(due(Item.open().taken(10, 50), 60)).as("the deadline itself").isNull();
        assertThat(due(Item.open().taken(10, 50), 61)).isEqualTo(11);
    }

    @Test
    void nothing_is_due_when_all_steps_are_taken_even_if_the_strategy_was_shortened() {
        assertThat(due(Item.open().taken(11, 53), 900)).isNull();
        assertThat(due(Item.open().taken(14, 53), 900)).isNull();
        assertThat(everyDay.reached(Item.open().taken(14, 53).now())).isEqualTo(Stage.FINAL);
    }

    @Test
    void steps_before_the_due_date_move_back_to_a_working_day_all_others_forward() {
        // Due on Mon 9 Nov 2026: 7 days before is a Monday, 2 days before a Saturday; 3 days before Tue 10 Nov a
        // Saturday.
        Item monday = Item.due(LocalDate.of(2026, 11, 9));
        assertThat(moved(monday.taken(3, -7), 4)).isEqualTo("2026-11-07 2026-11-06 TO_WORKING_DAY");
        Item saturday = Item.due(LocalDate.of(2026, 11, 7));
        assertThat(moved(saturday.taken(6, 9), 7)).isEqualTo("2026-11-22 2026-11-23 TO_WORKING_DAY");
        assertThat(moved(saturday, 5)).isEqualTo("2026-11-10 2026-11-10 NOT");
    }

    @Test
    void a_step_moved_by_its_distance_also_lands_on_a_working_day() {
        Item saturday = Item.due(LocalDate.of(2026, 11, 7)).taken(6, 17);
        assertThat(weekdays.due(saturday.now(), LocalDate.of(2026, 11, 28))).isNull();
        assertThat(moved(saturday, 7)).isEqualTo("2026-11-22 2026-11-30 AFTER_LAST_STEP");
    }

    @Test
    void christmas_is_stepped_over() {
        // Due on 22 Dec 2026, 3 days later is Christmas, a Friday, then a weekend.
        assertThat(moved(Item.due(LocalDate.of(2026, 12, 22)), 5)).isEqualTo("2026-12-25 2026-12-28 TO_WORKING_DAY");
    }

    @Test
    void the_next_day_is_the_first_on_which_any_step_comes_due() {
        assertThat(next(Item.open(), -30)).isEqualTo(-27);
        assertThat(next(Item.open().taken(4, -2), 0)).isEqualTo(3);
        assertThat(next(Item.open().taken(7, 35), 35))
                .as("the manager call, before the second letter")
                .isEqualTo(40);
        assertThat(next(Item.open().taken(10, 42), 42)).isEqualTo(53);
        assertThat(everyDay.nextDay(Item.open().taken(11, 53).now(), Item.DUE)).isNull();
    }

    private @Nullable Integer due(Item item, int fromDue) {
        DueStep due = everyDay.due(item.now(), item.day(fromDue));
        return due == null ? null : due.step().number();
    }

    private @Nullable Long next(Item item, int fromDue) {
        LocalDate next = everyDay.nextDay(item.now(), item.day(fromDue));
        return next == null ? null : next.toEpochDay() - item.now().dueOn().toEpochDay();
    }

    /** The step's original day, its moved day and why, as the working-day ladder has it two months on. */
    private String moved(Item item, int step) {
        DueStep due = weekdays.ahead(item.now(), item.now().issuedOn()).stream()
                .filter(next -> next.step().number() == step)
                .findFirst()
                .orElseThrow();
        return due.originalOn() + " " + due.on() + " " + due.moved();
    }

    @Test
    void nothing_is_moved_when_every_day_is_a_working_day() {
        assertThat(everyDay.ahead(Item.open().now(), Item.open().now().issuedOn()))
                .allSatisfy(due -> assertThat(due.moved()).isIn(Moved.NOT, Moved.AFTER_LAST_STEP));
    }
}
