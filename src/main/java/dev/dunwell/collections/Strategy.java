package dev.dunwell.collections;

import static dev.dunwell.collections.Channel.ACCOUNTING;
import static dev.dunwell.collections.Channel.CALL;
import static dev.dunwell.collections.Channel.MAIL;
import static dev.dunwell.collections.Channel.PROPOSAL;
import static dev.dunwell.collections.Stage.DELIVERED;
import static dev.dunwell.collections.Stage.FINAL;
import static dev.dunwell.collections.Stage.FIRM;
import static dev.dunwell.collections.Stage.FRIENDLY;
import static dev.dunwell.collections.Stage.INQUIRY;
import static dev.dunwell.collections.Stage.SENT;
import static dev.dunwell.collections.Step.Anchor.DUE;
import static dev.dunwell.collections.Step.Anchor.ISSUE;

import dev.dunwell.kernel.BusinessCalendar;
import java.time.LocalDate;
import java.util.List;

/**
 * The ladder of steps by which an organisation collects, with the distance it keeps between them.
 *
 * <p>Refuses steps that are not numbered 1, 2, 3 …, that go back in stage or in days, that leave out a stage after the
 * inquiry, and an agency proposal that does not directly follow a final notice.
 *
 * @param version counts the edits of a strategy of this name, from 1
 * @param cooldownDays from the day of a contact so many days without another: 3 means that day and the two after it
 * @param daysBetweenSteps least calendar days from any step of the inquiry or above to the next mail above
 */
public record Strategy(String name, int version, List<Step> steps, int cooldownDays, int daysBetweenSteps) {

    /** Days the final notice gives, printed in it as the deadline. */
    public static final int FINAL_NOTICE_DAYS = 10;

    public Strategy {
        steps = List.copyOf(steps);
        refuseIf(name.isBlank(), "a strategy needs a name");
        refuseIf(version < 1, "versions count from 1");
        refuseIf(cooldownDays < 0, "the cool-down cannot be negative");
        refuseIf(daysBetweenSteps < 0, "the days between steps cannot be negative");
        refuseIf(steps.isEmpty(), "a strategy needs a step");
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            refuseIf(step.number() != i + 1, label(step) + " must be numbered " + (i + 1));
            checkPlace(step, steps.subList(0, i));
        }
    }

    /** The strategy that ships: six stages from the invoice to the agency, polite to the last. */
    public static Strategy sixStages() {
        return new Strategy(
                "Six stages",
                1,
                List.of(
                        new Step(1, SENT, "Invoice at issue", ACCOUNTING, "", ISSUE, 0, false),
                        new Step(2, DELIVERED, "Delivery check", MAIL, "delivery-check", ISSUE, 3, false),
                        new Step(3, FRIENDLY, "Friendly reminder", MAIL, "friendly", DUE, -7, false),
                        new Step(4, FRIENDLY, "Second friendly reminder", MAIL, "friendly-again", DUE, -2, false),
                        new Step(5, INQUIRY, "Inquiry", MAIL, "inquiry", DUE, 3, false),
                        new Step(6, INQUIRY, "Inquiry call", CALL, "", DUE, 7, false),
                        new Step(7, FIRM, "Firm reminder", MAIL, "firm", DUE, 15, false),
                        new Step(8, FIRM, "Second firm reminder", MAIL, "firm-again", DUE, 25, false),
                        new Step(9, FINAL, "Manager call", CALL, "", DUE, 40, false),
                        new Step(10, FINAL, "Final notice", MAIL, "final-notice", DUE, 42, true),
                        new Step(11, FINAL, "Agency proposal", PROPOSAL, "", DUE, 53, false)),
                3,
                7);
    }

    /** The step of a number from 1 to the number of steps. */
    public Step step(int number) {
        return steps.get(number - 1);
    }

    /** The last day on which a payment still answers a final notice sent on that day: a working day. */
    public static LocalDate deadlineOf(LocalDate sentOn, BusinessCalendar calendar) {
        return calendar.onOrAfter(sentOn.plusDays(FINAL_NOTICE_DAYS));
    }

    /** How many steps count as taken before we do anything: 1 when accounting sends the invoice, else 0. */
    int takenByAccounting() {
        return step(1).channel() == ACCOUNTING ? 1 : 0;
    }

    private static void checkPlace(Step step, List<Step> before) {
        Stage reached = before.isEmpty() ? SENT : before.getLast().stage();
        refuseIf(
                step.channel() == ACCOUNTING && !before.isEmpty(),
                label(step) + " is done by accounting: put it first");
        refuseIf(step.stage().compareTo(reached) < 0, label(step) + " goes back to an earlier stage");
        refuseIf(
                step.stage().number() > Math.max(reached.number(), FRIENDLY.number()) + 1,
                label(step) + " leaves out a stage");
        refuseIf(
                before.stream().anyMatch(b -> b.anchor() == step.anchor() && b.offsetDays() >= step.offsetDays()),
                label(step) + " must come later than the steps before it");
        refuseIf(
                step.channel() == PROPOSAL && (before.isEmpty() || !isFinalNotice(before.getLast())),
                label(step) + " is a proposal and must directly follow a final notice by mail");
    }

    private static boolean isFinalNotice(Step step) {
        return step.stage() == FINAL && step.channel() == MAIL;
    }

    private static String label(Step step) {
        return "step " + step.number() + " (" + step.name() + ")";
    }

    private static void refuseIf(boolean wrong, String what) {
        if (wrong) {
            throw new IllegalArgumentException(what);
        }
    }
}
