package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.BusinessCalendar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a decision says: action, stage, step, reason and next day. */
class PolicyTest {

    private final Policy policy = Policy.of(Strategy.sixStages(), BusinessCalendar.everyDay());
    private final Item open = Item.open();

    @Test
    void a_due_mail_is_sent_and_the_next_step_named() {
        assertThat(decide(open.taken(4, -2), 3))
                .isEqualTo(new Decision(
                        Action.SEND,
                        Stage.INQUIRY,
                        5,
                        ReasonCode.STEP_DUE,
                        "Inquiry on Sat 6 Jun, 3 days after the due date.",
                        open.day(7)));
    }

    @Test
    void a_due_call_is_a_persons_and_is_looked_at_weekly() {
        Item inquired = open.taken(5, 3);
        assertThat(decide(inquired, 7))
                .isEqualTo(new Decision(
                        Action.CALL,
                        Stage.INQUIRY,
                        6,
                        ReasonCode.CALL_DUE,
                        "Inquiry call on Wed 10 Jun, 7 days after the due date.",
                        open.day(14)));
        assertThat(decide(inquired, 13)).isEqualTo(decide(inquired, 7));
        assertThat(decide(inquired, 14).nextOn()).isEqualTo(open.day(21));
    }

    @Test
    void the_agency_proposal_is_a_persons_task_and_names_the_deadline() {
        assertThat(decide(open.taken(10, 42), 53))
                .isEqualTo(new Decision(
                        Action.CALL,
                        Stage.FINAL,
                        11,
                        ReasonCode.PROPOSAL_DUE,
                        "Agency proposal on Sun 26 Jul; the deadline of the final notice was Sat 25 Jul.",
                        open.day(60)));
    }

    @Test
    void waiting_tells_the_stage_reached_and_the_step_to_come() {
        assertThat(decide(open, -30))
                .isEqualTo(new Decision(
                        Action.WAIT,
                        Stage.SENT,
                        1,
                        ReasonCode.NOT_YET,
                        "Delivery check follows on Thu 7 May, 3 days after the issue date.",
                        open.day(-27)));
        assertThat(decide(open.taken(2, -27), -20).reason())
                .isEqualTo("Friendly reminder follows on Wed 27 May, 7 days before the due date.");
        assertThat(decide(open.taken(5, 3), 4).stage()).isEqualTo(Stage.INQUIRY);
    }

    @Test
    void one_day_is_not_one_days_and_the_due_date_is_named() {
        Item net10 = Item.dates(Item.DUE.minusDays(10), Item.DUE);
        assertThat(decide(net10.taken(3, -4), -3).reason())
                .isEqualTo("Second friendly reminder follows on Tue 2 Jun, 1 day before the due date.");
        assertThat(decide(net10.taken(3, -3), -3).reason())
                .isEqualTo("Second friendly reminder follows on Wed 3 Jun, the due date.");
    }

    @Test
    void when_all_steps_are_taken_it_waits_and_is_looked_at_weekly() {
        assertThat(decide(open.taken(11, 53), 60))
                .isEqualTo(new Decision(
                        Action.WAIT,
                        Stage.FINAL,
                        11,
                        ReasonCode.ALL_STEPS_TAKEN,
                        "No step is left; the last was Agency proposal on Sun 26 Jul.",
                        open.day(67)));
    }

    @Test
    void a_strategy_that_ends_with_friendly_words_has_no_step_left_after_the_due_date() {
        Policy friendly =
                Policy.of(StrategyTest.strategy(StrategyTest.mail(1, Stage.FRIENDLY, -3)), BusinessCalendar.everyDay());
        Decision late = friendly.decide(open.now(), open.day(9));
        assertThat(late.code()).isEqualTo(ReasonCode.ALL_STEPS_TAKEN);
        assertThat(late.reason()).isEqualTo("No step is left and none was taken.");
        assertThat(late.step()).isZero();
    }

    @Test
    void a_held_step_keeps_its_stage_and_number_and_a_held_item_those_it_reached() {
        assertThat(decide(open.promised("100", 5), 3))
                .extracting(Decision::stage, Decision::step)
                .containsExactly(Stage.INQUIRY, 5);
        assertThat(decide(open.promised("100", 5).taken(4, -2), 0))
                .extracting(Decision::stage, Decision::step)
                .containsExactly(Stage.FRIENDLY, 4);
    }

    @Test
    void a_step_recorded_the_same_day_leaves_a_wait_until_the_day_that_was_announced() {
        for (int late : List.of(3, 20, 60)) {
            Decision sent = decide(open, late);
            Item after = open.taken(sent.step(), late).contacted(late);
            Decision again = decide(after, late);
            assertThat(again.action()).isEqualTo(Action.WAIT);
            assertThat(again.nextOn()).isEqualTo(sent.nextOn());
            assertThat(decide(after, late + 1)).isEqualTo(again);
        }
    }

    @Test
    void reasons_name_the_year_only_when_it_is_not_the_due_dates() {
        Item december = Item.due(LocalDate.of(2026, 12, 28));
        assertThat(decide(december.taken(5, 3), 3).reason())
                .isEqualTo("Inquiry call follows on Mon 4 Jan 2027, 7 days after the due date.");
        assertThat(decide(december.taken(4, -2), 0).reason())
                .isEqualTo("Inquiry follows on Thu 31 Dec, 3 days after the due date.");
    }

    @Test
    void a_reason_does_not_change_while_only_days_pass() {
        Item held = open.promised("1200", 12);
        for (int day = 3; day < 12; day++) {
            assertThat(decide(held, day + 1)).isEqualTo(decide(held, day));
        }
        Item nobody = open.contacts(null, null);
        for (int day = 3; day < 9; day++) {
            assertThat(decide(nobody, day + 1)).isEqualTo(decide(nobody, day));
        }
        Item waiting = open.taken(5, 3);
        for (int day = 3; day < 6; day++) {
            assertThat(decide(waiting, day + 1)).isEqualTo(decide(waiting, day));
        }
    }

    @Test
    void a_weekend_does_not_change_the_reason_of_a_step_that_waits_for_a_person() {
        Policy weekdays = Policy.of(Strategy.sixStages(), BusinessCalendar.of("DE"));
        LocalDate friday = LocalDate.of(2026, 6, 12);
        for (Item item : List.of(open.mode(ContactMode.APPROVE), open.contacts(null, null))) {
            Decision onFriday = weekdays.decide(item.now(), friday);
            assertThat(weekdays.decide(item.now(), friday.plusDays(1))).isEqualTo(onFriday);
            assertThat(weekdays.decide(item.now(), friday.plusDays(2))).isEqualTo(onFriday);
        }
    }

    private Decision decide(Item item, int fromDue) {
        return policy.decide(item.now(), item.day(fromDue));
    }
}
