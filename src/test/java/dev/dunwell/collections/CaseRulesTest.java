package dev.dunwell.collections;

import static dev.dunwell.collections.Item.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.BusinessCalendar;
import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is being talked about on one item, to the day. On day 3 after the due date the inquiry is due. */
class CaseRulesTest {

    private final Policy policy = Policy.of(Strategy.sixStages(), BusinessCalendar.everyDay());
    private final Item open = Item.open();

    @Test
    void a_plan_on_track_stops_until_its_next_day_has_passed() {
        Matters plan = plan(10, 12);
        assertThat(decide(plan, 10).code()).isEqualTo(ReasonCode.PLAN_ON_TRACK);
        assertThat(decide(plan, 10).reason())
                .isEqualTo("A payment plan is on track; the next 300.00 EUR are due on Sat 13 Jun.");
        assertThat(decide(plan, 10).nextOn()).isEqualTo(open.day(11));
    }

    @Test
    void a_plan_that_is_behind_stops_through_the_last_day_of_grace() {
        Matters plan = plan(10, 12);
        assertThat(decide(plan, 11).reason()).startsWith("The plan is behind: 300.00 EUR were due Sat 13 Jun");
        assertThat(decide(plan, 12).code()).isEqualTo(ReasonCode.PLAN_ON_TRACK);
        assertThat(decide(plan, 12).nextOn()).isEqualTo(open.day(13));
        assertThat(decide(plan, 13).action()).isEqualTo(Action.SEND);
    }

    @Test
    void a_question_stops_for_as_long_as_it_waits() {
        var asked = new Matters(null, null, null, new Matters.Question(open.day(1), open.day(2)), null);
        assertThat(decide(asked, 3).code()).isEqualTo(ReasonCode.QUESTION_OPEN);
        assertThat(decide(asked, 100).code()).isEqualTo(ReasonCode.QUESTION_OPEN);
        assertThat(decide(asked, 3).nextOn())
                .as("looked at a week after it was asked")
                .isEqualTo(open.day(8));
    }

    @Test
    void a_promise_that_names_the_item_stops_until_its_last_day() {
        var promised =
                new Matters(new Matters.Promised(eur("100.00"), open.day(4), open.day(5)), null, null, null, null);
        assertThat(decide(promised, 5).code()).isEqualTo(ReasonCode.PROMISED);
        assertThat(decide(promised, 6).action()).isEqualTo(Action.SEND);
    }

    @Test
    void of_two_promises_the_one_counts_that_is_waited_for_longer() {
        var named = new Matters(new Matters.Promised(eur("100.00"), open.day(4), open.day(5)), null, null, null, null);
        Situation both = open.promised("1200.00", 9).about(named).now();
        assertThat(policy.decide(both, open.day(3)).reason()).startsWith("A promise of 1,200.00 EUR runs until");
        Situation shorter = open.promised("1200.00", 4).about(named).now();
        assertThat(policy.decide(shorter, open.day(3)).reason()).startsWith("A promise of 100.00 EUR runs until");
    }

    @Test
    void a_part_that_is_disputed_leaves_the_rest_to_be_asked_for() {
        OpenCase item = row(70000L).with(open.now().party(), 0, 500, null);
        assertThat(item.situation().due()).isEqualTo(eur("500.00"));
        assertThat(policy.decide(item.situation(), open.day(3)).action()).isEqualTo(Action.SEND);
    }

    @Test
    void credit_covers_what_is_not_disputed() {
        OpenCase item = row(70000L).with(open.now().party(), 50000, 500, null);
        assertThat(policy.decide(item.situation(), open.day(3)).code()).isEqualTo(ReasonCode.CREDIT_COVERS);
    }

    @Test
    void a_part_that_leaves_no_more_than_the_tolerance_is_all_of_it() {
        assertThat(decided(row(119500L))).isEqualTo(ReasonCode.DISPUTED);
        assertThat(decided(row(119499L))).isEqualTo(ReasonCode.STEP_DUE);
        assertThat(decided(row(null))).isEqualTo(ReasonCode.DISPUTED);
    }

    private ReasonCode decided(OpenRow row) {
        return policy.decide(row.with(open.now().party(), 0, 500, null).situation(), open.day(3))
                .code();
    }

    /** The item as the database tells it, with so much of its 1,200.00 EUR in dispute; null for all of it. */
    private OpenRow row(@Nullable Long disputed) {
        return new OpenRow(
                1,
                "MS-20480",
                open.now().issuedOn(),
                open.now().dueOn(),
                Currency.getInstance("EUR"),
                120000,
                120000,
                120000,
                0,
                null,
                open.day(-1),
                disputed,
                null,
                null,
                0,
                Journey.CLEAR,
                Matters.NONE,
                Marks.NONE);
    }

    private Matters plan(int due, int until) {
        Money missing = eur("300.00");
        return new Matters(null, new Matters.Plan(missing, open.day(due), open.day(until)), null, null, null);
    }

    private Decision decide(Matters matters, int fromDue) {
        LocalDate today = open.day(fromDue);
        return policy.decide(open.about(matters).now(), today);
    }
}
