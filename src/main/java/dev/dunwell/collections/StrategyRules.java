package dev.dunwell.collections;

import static dev.dunwell.collections.Channel.ACCOUNTING;
import static dev.dunwell.collections.Channel.LETTER;
import static dev.dunwell.collections.Channel.MAIL;
import static dev.dunwell.collections.Channel.PROPOSAL;
import static dev.dunwell.collections.Stage.FINAL;
import static dev.dunwell.collections.Stage.FRIENDLY;
import static dev.dunwell.collections.Stage.SENT;

import dev.dunwell.kernel.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What a strategy must be like. Pure: every problem is found at once, with its step as the row (0: the whole), its
 * field, and what to do.
 *
 * <p>Refused are steps that are not numbered 1, 2, 3 …, that go back in stage or in days, that leave out a stage after
 * the inquiry, a condition on a step before where there is none, and an agency proposal that does not directly follow a
 * final notice.
 */
final class StrategyRules {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_DISTANCE = 365;

    private final List<Problem> problems = new ArrayList<>();

    private StrategyRules() {}

    static List<Problem> problems(Strategy.Draft draft) {
        var rules = new StrategyRules();
        rules.whole(draft);
        for (int i = 0; i < draft.steps().size(); i++) {
            Step step = draft.steps().get(i);
            List<Step> before = draft.steps().subList(0, i);
            rules.refuseIf(step.number() != i + 1, step, "number", "must be numbered " + (i + 1));
            rules.words(step);
            rules.day(step);
            rules.place(step, before);
            rules.distance(step, before, draft);
        }
        return rules.problems;
    }

    private void whole(Strategy.Draft draft) {
        refuseIf(draft.name().isBlank(), "name", "A strategy needs a name: say what people are to call it.");
        refuseIf(
                draft.name().length() > LONGEST_NAME,
                "name",
                "The name has more than " + LONGEST_NAME + " characters: shorten it.");
        refuseIf(
                draft.cooldownDays() < 0 || draft.cooldownDays() > LONGEST_DISTANCE,
                "cooldownDays",
                "The cool-down is a number of days from 0 to 365.");
        refuseIf(
                draft.daysBetweenSteps() < 0 || draft.daysBetweenSteps() > LONGEST_DISTANCE,
                "daysBetweenSteps",
                "The days between steps are a number from 0 to 365.");
        refuseIf(draft.steps().isEmpty(), "steps", "A strategy needs a step: add the first one.");
    }

    private void words(Step step) {
        boolean isWritten = step.channel().isWritten();
        refuseIf(step.number() < 1, step, "number", "must be numbered from 1");
        refuseIf(
                step.name().isBlank() || step.name().length() > LONGEST_NAME,
                step,
                "name",
                "needs a name of at most " + LONGEST_NAME + " characters");
        refuseIf(
                isWritten && step.template().isBlank(),
                step,
                "template",
                "is written and needs a template: choose one");
        refuseIf(
                !isWritten && !step.template().isEmpty(), step, "template", "is not written; leave its template empty");
        refuseIf(
                !isWritten && step.release() == Step.Release.APPROVE,
                step,
                "release",
                "is not written; only messages need approval, so choose another release");
        refuseIf(step.entry().minimum() < 0, step, "minimum", "has a minimum below zero: give 0 for any amount");
        refuseIf(
                step.channel() == ACCOUNTING && step.stage() != SENT,
                step,
                "channel",
                "is done by accounting and belongs to the first stage: choose another channel");
    }

    private void day(Step step) {
        boolean isDue = step.anchor() == Step.Anchor.DUE;
        refuseIf(
                step.stage().followsDueDate() && (!isDue || step.offsetDays() < 1),
                step,
                "offsetDays",
                "must come at least 1 day after the due date, as every inquiry and all above it");
        refuseIf(
                !step.stage().followsDueDate() && isDue && step.offsetDays() >= 0,
                step,
                "offsetDays",
                "would lapse unsent; below the inquiry count days before the due date");
        refuseIf(
                !isDue && step.offsetDays() < (step.channel() == ACCOUNTING ? 0 : 1),
                step,
                "offsetDays",
                "must come after the issue date: give 1 or more");
        refuseIf(
                Math.abs(step.offsetDays()) > 2 * LONGEST_DISTANCE,
                step,
                "offsetDays",
                "is more than two years away: give fewer days");
    }

    private void place(Step step, List<Step> before) {
        Stage reached = before.isEmpty() ? SENT : before.getLast().stage();
        refuseIf(
                step.channel() == ACCOUNTING && !before.isEmpty(),
                step,
                "channel",
                "is done by accounting: put it first");
        refuseIf(
                step.stage().compareTo(reached) < 0,
                step,
                "stage",
                "goes back to an earlier stage: move it up, or choose stage " + reached.number() + " or later");
        refuseIf(
                step.stage().number() > Math.max(reached.number(), FRIENDLY.number()) + 1,
                step,
                "stage",
                "leaves out a stage: add a step of the stage between first");
        refuseIf(
                before.stream().anyMatch(b -> b.anchor() == step.anchor() && b.calendarDays() >= step.calendarDays()),
                step,
                "offsetDays",
                "must come later than the steps before it: give more days, or move it up");
        refuseIf(
                step.channel() == PROPOSAL && (before.isEmpty() || !isFinalNotice(before.getLast())),
                step,
                "channel",
                "is a proposal and must directly follow a final notice by mail or letter");
    }

    private void distance(Step step, List<Step> before, Strategy.Draft draft) {
        int after = step.entry().daysAfterPrevious();
        int every = step.entry().repeatEveryDays();
        boolean isFirst = before.isEmpty() || before.getLast().channel() == ACCOUNTING;
        refuseIf(
                after < 0 || after > LONGEST_DISTANCE,
                step,
                "daysAfterPrevious",
                "has days after the previous step that are not 0 to 365");
        refuseIf(
                after > 0 && isFirst,
                step,
                "daysAfterPrevious",
                "counts from the step before it, but there is none of ours: leave it empty");
        refuseIf(
                every < 0 || every > LONGEST_DISTANCE,
                step,
                "repeatEveryDays",
                "repeats at most once a year: 0 to 365");
        refuseIf(
                every > 0 && (step.channel() == ACCOUNTING || step.channel() == PROPOSAL),
                step,
                "repeatEveryDays",
                "happens once: leave the repeat empty");
        int least = Math.max(1, Math.max(draft.cooldownDays(), draft.daysBetweenSteps()));
        refuseIf(
                every > 0 && every < least,
                step,
                "repeatEveryDays",
                "repeats sooner than steps may follow each other: give " + least + " days or more");
    }

    private static boolean isFinalNotice(Step step) {
        return step.stage() == FINAL && (step.channel() == MAIL || step.channel() == LETTER);
    }

    private void refuseIf(boolean wrong, Step step, String field, String what) {
        if (wrong) {
            String label = "Step " + step.number() + (step.name().isBlank() ? " " : " (" + step.name() + ") ");
            problems.add(new Problem(step.number(), field, label + what + "."));
        }
    }

    private void refuseIf(boolean wrong, String field, String sentence) {
        if (wrong) {
            problems.add(new Problem(0, field, sentence));
        }
    }
}
