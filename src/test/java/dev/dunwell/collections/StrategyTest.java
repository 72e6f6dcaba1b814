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
        assertRefused(() -> mail(0, INQUIRY, 3), "numbered from 1");
        assertRefused(() -> new Step(1, INQUIRY, " ", CALL, "", Anchor.DUE, 3, false), "needs a name");
        assertRefused(() -> new Step(1, INQUIRY, "Ask", MAIL, "", Anchor.DUE, 3, false), "needs a template");
        assertRefused(() -> new Step(1, INQUIRY, "Ask", CALL, "ask", Anchor.DUE, 3, false), "leave its template empty");
        assertRefused(() -> new Step(1, INQUIRY, "Ask", CALL, "", Anchor.DUE, 3, true), "only mails need approval");
        assertRefused(() -> new Step(1, INQUIRY, "Ask", ACCOUNTING, "", Anchor.DUE, 3, false), "first stage");
    }

    @Test
    void nothing_above_friendly_comes_on_or_before_the_due_date() {
        assertRefused(() -> mail(1, INQUIRY, 0), "at least 1 day after the due date");
        assertRefused(() -> mail(1, FINAL, -3), "at least 1 day after the due date");
        assertRefused(
                () -> new Step(1, INQUIRY, "Ask", MAIL, "ask", Anchor.ISSUE, 40, false),
                "at least 1 day after the due date");
    }

    @Test
    void nothing_up_to_friendly_comes_after_the_due_date() {
        assertRefused(() -> mail(1, FRIENDLY, 0), "would lapse unsent");
        assertRefused(() -> new Step(1, FRIENDLY, "Hi", MAIL, "hi", Anchor.ISSUE, 0, false), "after the issue date");
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

    private static void assertRefused(Runnable making, String because) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }
}
