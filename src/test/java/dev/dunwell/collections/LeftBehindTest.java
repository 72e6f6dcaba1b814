package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.collections.LeftBehind.Skip;
import dev.dunwell.kernel.BusinessCalendar;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which steps are left behind, when that is told, and whether the cause was ours. */
class LeftBehindTest {

    private final Policy policy = Policy.of(Strategy.sixStages(), BusinessCalendar.everyDay());
    private final Item fresh = Item.open();

    @Test
    void what_had_passed_before_the_first_look_is_nobodys_fault() {
        LeftBehind found = leftBehind(fresh, null, 10);
        assertThat(found.rows()).isEmpty();
        assertThat(found.upTo()).isEqualTo(4);
    }

    @Test
    void friendly_steps_lapse_the_day_after_the_due_date_and_not_before() {
        Decision promised = hold(ReasonCode.PROMISED, "A promise runs.");
        assertThat(leftBehind(fresh.taken(2, -27).promised("1200.00", 5), promised, -3)
                        .rows())
                .isEmpty();
        assertThat(leftBehind(fresh.taken(2, -27).promised("1200.00", 5), promised, 0)
                        .rows())
                .as("overtaken by the second one")
                .extracting(skip -> skip.step().number())
                .containsExactly(3);
        LeftBehind lapsed = leftBehind(fresh.taken(2, -27).promised("1200.00", 5), promised, 1);
        assertThat(lapsed.rows()).extracting(skip -> skip.step().number()).containsExactly(3, 4);
        assertThat(lapsed.rows()).extracting(Skip::code).containsOnly("PROMISED");
        assertThat(lapsed.rows()).allMatch(Skip::isExcused);
        assertThat(lapsed.rows()).extracting(Skip::dueOn).containsExactly(fresh.day(-7), fresh.day(-2));
    }

    @Test
    void a_step_that_waited_for_us_is_missing() {
        Decision bounced = hold(ReasonCode.ADDRESS_BOUNCED, "Mail bounced.");
        assertThat(leftBehind(fresh.taken(2, -27), bounced, 1).rows()).noneMatch(Skip::isExcused);
        Decision approval = hold(ReasonCode.APPROVAL_PENDING, "Waits for a yes.");
        assertThat(leftBehind(fresh.taken(2, -27), approval, 1).rows()).noneMatch(Skip::isExcused);
    }

    @Test
    void a_night_that_did_not_run_is_named() {
        Decision waited = new Decision(
                Action.WAIT, Stage.DELIVERED, 2, ReasonCode.NOT_YET, "Friendly reminder follows.", fresh.day(-7));
        LeftBehind found = leftBehind(fresh.taken(2, -27), waited, 4);
        assertThat(found.rows()).extracting(Skip::code).containsOnly("NIGHT_MISSED");
        assertThat(found.rows()).extracting(Skip::reason).containsOnly("No night ran on Wed 27 May.");
        assertThat(found.rows()).noneMatch(Skip::isExcused);
    }

    @Test
    void a_call_overtaken_by_the_next_letter_was_not_made() {
        Decision call =
                new Decision(Action.CALL, Stage.INQUIRY, 6, ReasonCode.CALL_DUE, "Inquiry call.", fresh.day(14));
        LeftBehind found = leftBehind(fresh.taken(5, 3), call, 15);
        assertThat(found.rows()).extracting(Skip::code).containsExactly("NOT_DONE");
        assertThat(found.upTo()).isEqualTo(6);
    }

    @Test
    void what_is_accounted_for_is_not_told_twice() {
        Journey told = new Journey(Grade.ACCEPTED, null, null, null, Map.of(), null, 6, false, false, 0);
        Item item = fresh.taken(5, 3).journey(told);
        Decision call =
                new Decision(Action.CALL, Stage.INQUIRY, 6, ReasonCode.CALL_DUE, "Inquiry call.", fresh.day(14));
        assertThat(leftBehind(item, call, 16).rows()).isEmpty();
    }

    private LeftBehind leftBehind(Item item, @Nullable Decision stood, int day) {
        LocalDate today = item.day(day);
        Decision decision = policy.decide(item.now(), today);
        return policy.leftBehind(item.now(), stood, decision, today);
    }

    private Decision hold(ReasonCode code, String reason) {
        return new Decision(Action.HOLD, Stage.FRIENDLY, 3, code, reason, fresh.day(7));
    }
}
