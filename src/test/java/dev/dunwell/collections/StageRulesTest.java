package dev.dunwell.collections;

import static dev.dunwell.collections.PressureQuestion.CIRCUMSTANCES;
import static dev.dunwell.collections.PressureQuestion.CORRECT;
import static dev.dunwell.collections.PressureQuestion.GOODS;
import static dev.dunwell.collections.PressureQuestion.RECEIVED;
import static dev.dunwell.collections.ReasonCode.ACTION_AGREED;
import static dev.dunwell.collections.ReasonCode.GOODS_NOT_DELIVERED;
import static dev.dunwell.collections.ReasonCode.INCOMPLETE;
import static dev.dunwell.collections.ReasonCode.INQUIRY_CLOSED;
import static dev.dunwell.collections.ReasonCode.INQUIRY_OPEN;
import static dev.dunwell.collections.ReasonCode.NOT_CORRECT;
import static dev.dunwell.collections.ReasonCode.NOT_RECEIVED;
import static dev.dunwell.collections.ReasonCode.SPECIAL_CIRCUMSTANCES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.collections.Journey.Answered;
import dev.dunwell.collections.Journey.Closing;
import dev.dunwell.collections.Journey.Side;
import dev.dunwell.kernel.BusinessCalendar;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What the stages ask for, to the day. The inquiry went on day 3 and the call on day 7; on day 15 after the due date
 * the firm reminder is due.
 */
class StageRulesTest {

    private static final int FIRM = 15;

    private final Policy policy = Policy.of(Strategy.sixStages(), BusinessCalendar.everyDay());
    private final Item asked = Item.open().taken(6, 7);

    @Test
    void pressure_follows_an_inquiry_that_nobody_answered() {
        assertThat(stop(asked, FIRM)).isNull();
        assertThat(stop(answered(asked, 2), FIRM))
                .as("that was before the inquiry")
                .isNull();
    }

    @Test
    void whoever_answered_is_not_pressed_before_the_inquiry_is_closed() {
        Item answered = answered(asked, 3);
        assertThat(stop(answered, FIRM)).isEqualTo(INQUIRY_OPEN);
        assertThat(decide(answered, FIRM).reason())
                .isEqualTo("They answered on Sat 6 Jun; close the inquiry with the reason first.");
        assertThat(stop(answered(closed("forgot", null, Side.THEY, 12), 3), FIRM))
                .isNull();
    }

    @Test
    void what_they_agreed_to_is_waited_for_through_its_day() {
        Item agreed = closed("forgot", null, Side.THEY, FIRM);
        assertThat(stop(agreed, FIRM)).isEqualTo(ACTION_AGREED);
        assertThat(decide(agreed, FIRM).nextOn()).isEqualTo(agreed.day(FIRM + 1));
        assertThat(stop(agreed, FIRM + 1)).isNull();
    }

    @Test
    void what_we_agreed_to_keeps_pressure_away_until_it_is_done() {
        assertThat(stop(closed("forgot", null, Side.WE, 10), FIRM)).isEqualTo(ACTION_AGREED);
        assertThat(stop(closed("forgot", null, Side.WE, 10), 24)).isEqualTo(ACTION_AGREED);
        assertThat(stop(with(closing("forgot", null, Side.WE, 10, true)), FIRM)).isNull();
    }

    @Test
    void a_closed_inquiry_is_not_asked_again() {
        Item mailed = Item.open().taken(5, 3);
        assertThat(stop(mailed, 8)).isNull();
        assertThat(stop(mailed.journey(journey(closing("forgot", null, Side.THEY, 6, false))), 8))
                .isEqualTo(INQUIRY_CLOSED);
    }

    @Test
    void what_is_not_shown_to_have_arrived_is_not_pressed_for() {
        assertThat(stop(received(Grade.NONE), FIRM)).isEqualTo(NOT_RECEIVED);
        assertThat(stop(received(Grade.SENT), FIRM)).isEqualTo(NOT_RECEIVED);
        assertThat(stop(received(Grade.ACCEPTED), FIRM)).isNull();
        assertThat(stop(received(Grade.NONE), 3)).as("only pressure needs it").isNull();
        assertThat(decide(received(Grade.SENT), FIRM).reason())
                .isEqualTo("Nothing shows that the invoice was received; confirm it first.");
    }

    @Test
    void a_lost_invoice_is_shown_again_only_by_what_came_after_the_answer() {
        Closing lost = closing("lost_invoice", RECEIVED, Side.THEY, 10, false);
        assertThat(stop(received(lost, Grade.ACCEPTED, 7), FIRM)).isEqualTo(NOT_RECEIVED);
        assertThat(stop(received(lost, Grade.ACCEPTED, 8), FIRM)).isEqualTo(NOT_RECEIVED);
        assertThat(stop(received(lost, Grade.SENT, 9), FIRM)).isEqualTo(NOT_RECEIVED);
        assertThat(stop(received(lost, Grade.ACCEPTED, 9), FIRM)).isNull();
    }

    @Test
    void a_reason_that_doubts_stops_until_it_is_put_right_or_vouched_for() {
        assertDoubt("amount_incorrect", CORRECT, NOT_CORRECT);
        assertDoubt("hardship", CIRCUMSTANCES, SPECIAL_CIRCUMSTANCES);
        assertDoubt("returned", GOODS, GOODS_NOT_DELIVERED);
    }

    private void assertDoubt(String reason, PressureQuestion about, ReasonCode code) {
        Closing closing = closing(reason, about, Side.THEY, 10, false);
        assertThat(stop(with(closing), FIRM)).isEqualTo(code);
        assertThat(stop(with(closing(reason, about, Side.THEY, 10, true)), FIRM))
                .isNull();
        assertThat(stop(with(closing, about, new Answered(true, asked.day(7))), FIRM))
                .as("vouched for before the doubt")
                .isEqualTo(code);
        assertThat(stop(with(closing, about, new Answered(true, asked.day(8))), FIRM))
                .isNull();
        assertThat(stop(with(null, about, new Answered(false, asked.day(1))), FIRM))
                .isEqualTo(code);
    }

    @Test
    void a_missing_order_reference_stops_every_letter() {
        Journey lacking = new Journey(Grade.ACCEPTED, null, null, null, Map.of(), null, 0, false, true, 0);
        assertThat(stop(Item.open().journey(lacking), -7)).isEqualTo(INCOMPLETE);
        assertThat(stop(asked.journey(lacking), FIRM)).isEqualTo(INCOMPLETE);
    }

    @Test
    void the_agency_is_proposed_the_day_after_the_stored_deadline() {
        Journey noticed = new Journey(Grade.ACCEPTED, null, null, null, Map.of(), asked.day(54), 0, false, false, 0);
        Item item = Item.open().taken(10, 42).journey(noticed);
        assertThat(decide(item, 54).code()).isEqualTo(ReasonCode.NOT_YET);
        assertThat(decide(item, 55).code()).isEqualTo(ReasonCode.PROPOSAL_DUE);
        assertThat(decide(item, 55).reason()).contains("the deadline of the final notice was Mon 27 Jul");
    }

    @Test
    void a_deadline_is_a_working_day() {
        LocalDate wednesday = LocalDate.of(2026, 6, 3);
        assertThat(Strategy.deadlineOf(wednesday, BusinessCalendar.everyDay())).isEqualTo("2026-06-13");
        assertThat(Strategy.deadlineOf(wednesday, BusinessCalendar.of("DE"))).isEqualTo("2026-06-15");
    }

    private Decision decide(Item item, int day) {
        return policy.decide(item.now(), item.day(day));
    }

    private @Nullable ReasonCode stop(Item item, int day) {
        Decision decision = decide(item, day);
        return decision.action() == Action.HOLD ? decision.code() : null;
    }

    private Item answered(Item item, int day) {
        boolean isClosed = item.now().journey().closing() != null;
        return (isClosed ? item : item.journey(journey(null))).answered(day);
    }

    private Item closed(String reason, @Nullable PressureQuestion doubts, Side by, int until) {
        return with(closing(reason, doubts, by, until, false));
    }

    private Item with(Closing closing) {
        return asked.journey(journey(closing));
    }

    private Item with(@Nullable Closing closing, PressureQuestion question, Answered answer) {
        return asked.journey(new Journey(
                Grade.ACCEPTED, null, asked.day(3), closing, Map.of(question, answer), null, 0, false, false, 0));
    }

    private Item received(Grade grade) {
        return asked.journey(new Journey(grade, null, asked.day(3), null, Map.of(), null, 0, false, false, 0));
    }

    private Item received(Closing closing, Grade grade, int day) {
        return asked.journey(
                new Journey(grade, asked.day(day), asked.day(3), closing, Map.of(), null, 0, false, false, 0));
    }

    private Journey journey(@Nullable Closing closing) {
        return new Journey(Grade.ACCEPTED, null, asked.day(3), closing, Map.of(), null, 0, false, false, 0);
    }

    private Closing closing(String reason, @Nullable PressureQuestion doubts, Side by, int until, boolean done) {
        return new Closing(reason, doubts, by, asked.day(until), asked.day(8), done);
    }
}
