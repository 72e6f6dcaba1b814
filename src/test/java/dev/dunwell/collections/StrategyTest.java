package dev.dunwell.collections;

import static dev.dunwell.collections.Channel.ACCOUNTING;
import static dev.dunwell.collections.Channel.CALL;
import static dev.dunwell.collections.Channel.MAIL;
import static dev.dunwell.collections.Channel.PROPOSAL;
import static dev.dunwell.collections.Stage.FINAL;
import static dev.dunwell.collections.Stage.FIRM;
import static dev.dunwell.collections.Stage.FRIENDLY;
import static dev.dunwell.collections.Stage.INQUIRY;
import static dev.dunwell.collections.Stage.SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.collections.Step.Anchor;
import dev.dunwell.kernel.BusinessCalendar;
import dev.dunwell.kernel.Problem;
import dev.dunwell.messaging.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrategyTest {

    @Test
    void the_shipped_strategy_has_six_stages_and_eleven_steps() {
        Strategy shipped = Strategy.sixStages();
        assertThat(shipped.steps()).extracting(Step::stage).containsSubsequence(Stage.values());
        assertThat(shipped.steps())
                .extracting(Step::offsetDays)
                .containsExactly(0, 3, -7, -2, 3, 7, 15, 25, 40, 42, 53);
        assertThat(shipped.steps().stream().filter(Step::needsApproval).map(Step::template))
                .containsExactly("final-notice");
        assertThat(shipped.steps().stream().filter(s -> s.channel() == CALL).map(Step::number))
                .containsExactly(6, 9);
    }

    @Test
    void stages_are_numbered_one_to_six() {
        assertThat(Stage.values()).extracting(Stage::number).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void the_proposal_comes_the_day_after_the_deadline_of_a_notice_sent_on_its_day() {
        Strategy shipped = Strategy.sixStages();
        LocalDate due = Item.DUE;
        LocalDate notice = due.plusDays(shipped.step(10).offsetDays());
        assertThat(due.plusDays(shipped.step(11).offsetDays()))
                .isEqualTo(
                        Strategy.deadlineOf(notice, BusinessCalendar.everyDay()).plusDays(1));
    }

    @Test
    void a_step_is_refused_when_its_parts_do_not_fit() {
        assertRefused(mail(0, INQUIRY, 3), "numbered from 1");
        assertRefused(new Step(1, INQUIRY, " ", CALL, "", Anchor.DUE, 3, false), "needs a name");
        assertRefused(new Step(1, INQUIRY, "Ask", MAIL, "", Anchor.DUE, 3, false), "needs a template");
        assertRefused(new Step(1, INQUIRY, "Ask", CALL, "ask", Anchor.DUE, 3, false), "leave its template empty");
        assertRefused(new Step(1, INQUIRY, "Ask", CALL, "", Anchor.DUE, 3, true), "only messages need approval");
        assertRefused(new Step(1, INQUIRY, "Ask", ACCOUNTING, "", Anchor.DUE, 3, false), "first stage");
    }

    @Test
    void nothing_above_friendly_comes_on_or_before_the_due_date() {
        assertRefused(mail(1, INQUIRY, 0), "at least 1 day after the due date");
        assertRefused(mail(1, FINAL, -3), "at least 1 day after the due date");
        assertRefused(
                new Step(1, INQUIRY, "Ask", MAIL, "ask", Anchor.ISSUE, 40, false), "at least 1 day after the due date");
    }

    @Test
    void nothing_up_to_friendly_comes_after_the_due_date() {
        assertRefused(mail(1, FRIENDLY, 0), "would lapse unsent");
        assertRefused(new Step(1, FRIENDLY, "Hi", MAIL, "hi", Anchor.ISSUE, 0, false), "after the issue date");
    }

    @Test
    void every_problem_is_named_at_once_with_its_step_its_field_and_what_to_do() {
        Step nameless = new Step(1, INQUIRY, "", MAIL, "", Anchor.DUE, 3, false);
        Step early = new Step(2, FIRM, "Firm", MAIL, "firm", Anchor.DUE, 2, false);
        assertThat(new Strategy.Draft("", List.of(nameless, early), 3, 400).problems())
                .extracting(p -> p.row() + " " + p.column())
                .containsExactly("0 name", "0 daysBetweenSteps", "1 name", "1 template", "2 offsetDays");
        assertThat(new Strategy.Draft("S", List.of(mail(1, INQUIRY, 3), early), 3, 7).problems())
                .extracting(Problem::message)
                .containsExactly(
                        "Step 2 (Firm) must come later than the steps before it: give more days, or move it up.");
    }

    /** Scenario 22: the first level counts its days from something that is there. */
    @Test
    void days_after_the_step_before_are_refused_where_there_is_none() {
        Entry later = new Entry(0, Entry.Delivery.ANY, false, 5, 0);
        assertRefused(mail(1, INQUIRY, 3).withEntry(later), "there is none of ours");
        Step sent = new Step(1, SENT, "Invoice", ACCOUNTING, "", Anchor.ISSUE, 0, false);
        assertRefused(() -> strategy(sent, mail(2, INQUIRY, 3).withEntry(later)), "there is none of ours");
        assertThat(strategy(mail(1, INQUIRY, 3), mail(2, FIRM, 15).withEntry(later))
                        .steps())
                .hasSize(2);
    }

    @Test
    void a_step_repeats_no_sooner_than_steps_may_follow_each_other_and_a_proposal_never() {
        Entry weekly = new Entry(0, Entry.Delivery.ANY, false, 0, 7);
        assertThat(strategy(mail(1, INQUIRY, 3).withEntry(weekly)).steps()).hasSize(1);
        assertRefused(
                mail(1, INQUIRY, 3).withEntry(new Entry(0, Entry.Delivery.ANY, false, 0, 6)), "give 7 days or more");
        Step proposal = new Step(4, FINAL, "Agency", PROPOSAL, "", Anchor.DUE, 60, false).withEntry(weekly);
        assertRefused(
                () -> strategy(mail(1, INQUIRY, 3), mail(2, FIRM, 15), mail(3, FINAL, 40), proposal), "happens once");
    }

    @Test
    void the_shipped_ones_differ_from_the_inquiry_on() {
        assertThat(Shipped.GENTLE.step(5).channel()).isEqualTo(CALL);
        assertThat(Shipped.GENTLE.steps()).allMatch(step -> step.tone() == Tone.GENTLE);
        assertThat(firstDay(Shipped.QUICK, INQUIRY)).isEqualTo(1);
        assertThat(firstDay(Shipped.QUICK, FIRM)).isEqualTo(7);
        assertThat(firstDay(Shipped.QUICK, FINAL)).isEqualTo(21);
        assertThat(Shipped.ALL)
                .allSatisfy(one -> assertThat(one.strategy().steps().subList(0, 4))
                        .extracting(Step::template)
                        .containsExactly("", "delivery-check", "friendly", "friendly-again"));
    }

    private static int firstDay(Strategy strategy, Stage stage) {
        return strategy.steps().stream()
                .filter(step -> step.stage() == stage)
                .findFirst()
                .orElseThrow()
                .offsetDays();
    }

    @Test
    void a_strategy_is_refused_when_its_steps_are_out_of_order() {
        assertRefused(() -> strategy(), "needs a step");
        assertRefused(() -> strategy(mail(2, INQUIRY, 3)), "must be numbered 1");
        assertRefused(() -> strategy(mail(1, INQUIRY, 3), mail(3, FIRM, 15)), "must be numbered 2");
        assertRefused(() -> strategy(mail(1, INQUIRY, 3), mail(2, FRIENDLY, -3)), "goes back to an earlier stage");
        assertRefused(() -> strategy(mail(1, INQUIRY, 3), mail(2, INQUIRY, 3)), "later than the steps before");
    }

    @Test
    void a_strategy_is_refused_when_it_leaves_out_a_stage_after_the_inquiry() {
        assertRefused(() -> strategy(mail(1, FIRM, 15)), "leaves out a stage");
        assertRefused(() -> strategy(mail(1, INQUIRY, 3), mail(2, FINAL, 40)), "leaves out a stage");
        assertThat(strategy(mail(1, FRIENDLY, -3), mail(2, INQUIRY, 3)).steps()).hasSize(2);
    }

    @Test
    void a_proposal_directly_follows_the_final_notice() {
        Step proposal = new Step(4, FINAL, "Agency", PROPOSAL, "", Anchor.DUE, 60, false);
        Step call = new Step(3, FINAL, "Call", CALL, "", Anchor.DUE, 40, false);
        assertRefused(() -> strategy(mail(1, INQUIRY, 3), mail(2, FIRM, 15), call, proposal), "final notice");
        assertThat(strategy(mail(1, INQUIRY, 3), mail(2, FIRM, 15), mail(3, FINAL, 40), proposal)
                        .steps())
                .hasSize(4);
    }

    @Test
    void accounting_comes_first_or_not_at_all() {
        Step sent = new Step(2, SENT, "Invoice", ACCOUNTING, "", Anchor.ISSUE, 0, false);
        Step check = new Step(1, SENT, "Check", CALL, "", Anchor.ISSUE, 1, false);
        assertRefused(() -> strategy(check, sent), "put it first");
    }

    @Test
    void a_strategy_keeps_its_own_list_of_steps_and_refuses_odd_distances() {
        List<Step> steps = new ArrayList<>(List.of(mail(1, INQUIRY, 3)));
        Strategy strategy = new Strategy("Short", 1, steps, 3, 7);
        steps.clear();
        assertThat(strategy.steps()).hasSize(1);
        assertRefused(() -> new Strategy("Short", 1, strategy.steps(), -1, 7), "cool-down");
        assertRefused(() -> new Strategy("Short", 1, strategy.steps(), 3, -1), "days between steps");
        assertRefused(() -> new Strategy("Short", 0, strategy.steps(), 3, 7), "versions");
        assertRefused(() -> new Strategy("", 1, strategy.steps(), 3, 7), "name");
    }

    static Step mail(int number, Stage stage, int offset) {
        return new Step(number, stage, "Step " + number, MAIL, "letter", Anchor.DUE, offset, false);
    }

    static Strategy strategy(Step... steps) {
        return new Strategy("Test", 1, List.of(steps), 3, 7);
    }

    private static void assertRefused(Step step, String because) {
        assertRefused(() -> strategy(step), because);
    }

    private static void assertRefused(Runnable making, String because) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }
}
