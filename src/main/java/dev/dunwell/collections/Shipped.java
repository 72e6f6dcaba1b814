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

import dev.dunwell.messaging.Tone;
import java.util.List;
import java.util.stream.Stream;

/** The strategies that work on day one, and whom each is for. */
final class Shipped {

    private static final List<Step> UNTIL_DUE = List.of(
            new Step(1, SENT, "Invoice at issue", ACCOUNTING, "", ISSUE, 0, false),
            new Step(2, DELIVERED, "Delivery check", MAIL, "delivery-check", ISSUE, 3, false),
            new Step(3, FRIENDLY, "Friendly reminder", MAIL, "friendly", DUE, -7, false),
            new Step(4, FRIENDLY, "Second friendly reminder", MAIL, "friendly-again", DUE, -2, false));

    static final Strategy SIX_STAGES = after(
            "Six stages",
            Tone.NEUTRAL,
            7,
            new Step(5, INQUIRY, "Inquiry", MAIL, "inquiry", DUE, 3, false),
            new Step(6, INQUIRY, "Inquiry call", CALL, "", DUE, 7, false),
            new Step(7, FIRM, "Firm reminder", MAIL, "firm", DUE, 15, false),
            new Step(8, FIRM, "Second firm reminder", MAIL, "firm-again", DUE, 25, false),
            new Step(9, FINAL, "Manager call", CALL, "", DUE, 40, false),
            new Step(10, FINAL, "Final notice", MAIL, "final-notice", DUE, 42, true),
            new Step(11, FINAL, "Agency proposal", PROPOSAL, "", DUE, 53, false));

    static final Strategy GENTLE = after(
            "Gentle",
            Tone.GENTLE,
            10,
            new Step(5, INQUIRY, "Personal call", CALL, "", DUE, 5, false),
            new Step(6, INQUIRY, "Inquiry", MAIL, "inquiry", DUE, 12, false),
            new Step(7, FIRM, "Firm reminder", MAIL, "firm", DUE, 25, false),
            new Step(8, FIRM, "Second firm reminder", MAIL, "firm-again", DUE, 40, false),
            new Step(9, FINAL, "Manager call", CALL, "", DUE, 55, false),
            new Step(10, FINAL, "Final notice", MAIL, "final-notice", DUE, 57, true),
            new Step(11, FINAL, "Agency proposal", PROPOSAL, "", DUE, 68, false));

    static final Strategy QUICK = after(
            "Quick",
            Tone.NEUTRAL,
            5,
            new Step(5, INQUIRY, "Inquiry", MAIL, "inquiry", DUE, 1, false),
            new Step(6, INQUIRY, "Inquiry call", CALL, "", DUE, 4, false),
            new Step(7, FIRM, "Firm reminder", MAIL, "firm", DUE, 7, false),
            new Step(8, FIRM, "Second firm reminder", MAIL, "firm-again", DUE, 14, false),
            new Step(9, FINAL, "Manager call", CALL, "", DUE, 21, false),
            new Step(10, FINAL, "Final notice", MAIL, "final-notice", DUE, 24, true),
            new Step(11, FINAL, "Agency proposal", PROPOSAL, "", DUE, 35, false));

    private Shipped() {}

    /** One of them, with what it is for. */
    record One(Strategy strategy, String purpose) {}

    /** The organisation's own comes first. */
    static final List<One> ALL = List.of(
            new One(SIX_STAGES, "For everybody: from the invoice to the agency, polite to the last."),
            new One(
                    GENTLE,
                    "For the long-standing and the first-time-late: somebody calls before anything is asked in writing."),
            new One(QUICK, "For the new and the usually late: the same words, sooner."));

    private static Strategy after(String name, Tone tone, int daysBetweenSteps, Step... later) {
        List<Step> steps = Stream.concat(UNTIL_DUE.stream(), Stream.of(later))
                .map(step -> step.withTone(tone))
                .toList();
        return new Strategy(name, 1, steps, 3, daysBetweenSteps);
    }
}
