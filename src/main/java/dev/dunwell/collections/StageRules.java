package dev.dunwell.collections;

import static dev.dunwell.collections.ReasonCode.ACTION_AGREED;
import static dev.dunwell.collections.ReasonCode.GOODS_NOT_DELIVERED;
import static dev.dunwell.collections.ReasonCode.INCOMPLETE;
import static dev.dunwell.collections.ReasonCode.INQUIRY_CLOSED;
import static dev.dunwell.collections.ReasonCode.INQUIRY_OPEN;
import static dev.dunwell.collections.ReasonCode.NOT_CORRECT;
import static dev.dunwell.collections.ReasonCode.NOT_RECEIVED;
import static dev.dunwell.collections.ReasonCode.SPECIAL_CIRCUMSTANCES;
import static dev.dunwell.collections.Stage.FIRM;
import static dev.dunwell.collections.Stage.INQUIRY;

import dev.dunwell.collections.Answer.NotAsked;
import dev.dunwell.collections.Answer.Pass;
import dev.dunwell.collections.Answer.Stop;
import dev.dunwell.collections.Journey.Closing;
import dev.dunwell.collections.Journey.Doubt;
import dev.dunwell.collections.Journey.Side;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a stage asks for beyond its day: a complete invoice for any letter, an inquiry that is still open for another
 * inquiry, and before pressure (R156) that the inquiry is over, what was agreed is done, and the four questions of
 * {@link PressureQuestion} have a good answer.
 */
final class StageRules {

    private static final Answer NO_STEP = new NotAsked("no step is due");
    private static final Answer ONLY_INQUIRY = new NotAsked("only an inquiry needs it");
    private static final Answer ONLY_PRESSURE = new NotAsked("asked from the firm reminder on");

    private StageRules() {}

    static List<Rule> all() {
        return List.of(
                rule(INCOMPLETE, "Does the invoice lack something they demand?", StageRules::incomplete),
                inquiry(INQUIRY_CLOSED, "Is the inquiry closed already?", StageRules::inquiryClosed),
                pressure(INQUIRY_OPEN, "Did they answer while the inquiry is open?", StageRules::inquiryOpen),
                pressure(ACTION_AGREED, "Is something agreed still to come?", StageRules::actionAgreed),
                doubt(NOT_RECEIVED, "Is it unproven that the invoice arrived?", PressureQuestion.RECEIVED),
                doubt(NOT_CORRECT, "Is the invoice called incorrect?", PressureQuestion.CORRECT),
                doubt(SPECIAL_CIRCUMSTANCES, "Are there special circumstances?", PressureQuestion.CIRCUMSTANCES),
                doubt(GOODS_NOT_DELIVERED, "Are goods or services missing?", PressureQuestion.GOODS));
    }

    private static Rule rule(ReasonCode code, String question, Rule.StepQuestion asked) {
        return new Rule(code, question, (s, due, today) -> due == null ? NO_STEP : asked.ask(s, due, today));
    }

    private static Rule inquiry(ReasonCode code, String question, Rule.StepQuestion asked) {
        return rule(
                code,
                question,
                (s, due, today) -> due.step().stage() == INQUIRY ? asked.ask(s, due, today) : ONLY_INQUIRY);
    }

    private static Rule pressure(ReasonCode code, String question, Rule.StepQuestion asked) {
        return rule(
                code,
                question,
                (s, due, today) -> due.step().stage().compareTo(FIRM) < 0 ? ONLY_PRESSURE : asked.ask(s, due, today));
    }

    private static Rule doubt(ReasonCode code, String question, PressureQuestion about) {
        return pressure(code, question, (s, due, today) -> doubt(about, s, due, today));
    }

    private static Answer incomplete(Situation s, DueStep due, LocalDate today) {
        return s.journey().lacksOrder()
                ? new Stop(
                        s.number() + " lacks the order reference that the customer demands.",
                        Review.nextOn(due.on(), today))
                : new Pass(() -> "nothing they demand is missing");
    }

    private static Answer inquiryClosed(Situation s, DueStep due, LocalDate today) {
        Closing closing = s.journey().closing();
        return closing == null
                ? new Pass(() -> "the inquiry is open")
                : new Stop(
                        "The inquiry was closed on " + s.day(closing.closedOn()) + "; nothing more is asked.",
                        Review.nextOn(closing.closedOn(), today));
    }

    private static Answer inquiryOpen(Situation s, DueStep due, LocalDate today) {
        LocalDate answeredOn = s.progress().answeredOn();
        LocalDate inquiredOn = s.journey().inquiredOn();
        Closing closing = s.journey().closing();
        if (closing != null) {
            return new Pass(() -> "closed on " + s.day(closing.closedOn()));
        } else if (answeredOn == null || inquiredOn == null || answeredOn.isBefore(inquiredOn)) {
            return new Pass(() -> "nobody answered it");
        } else {
            return new Stop(
                    "They answered on " + s.day(answeredOn) + "; close the inquiry with the reason first.",
                    Review.nextOn(answeredOn, today));
        }
    }

    private static Answer actionAgreed(Situation s, DueStep due, LocalDate today) {
        Closing closing = s.journey().closing();
        LocalDate agreedOn = closing == null ? null : closing.agreedOn();
        if (closing == null || agreedOn == null) {
            return new Pass(() -> "nothing was agreed");
        } else if (closing.isDone()) {
            return new Pass(() -> "what was agreed is done");
        } else if (closing.agreedBy() == Side.WE) {
            return new Stop(
                    "We agreed to act by " + s.day(agreedOn) + " and have not said that it is done.",
                    Review.nextOn(agreedOn, today));
        } else if (today.isAfter(agreedOn)) {
            return new Pass(() -> "they agreed to act by " + s.day(agreedOn));
        } else {
            return new Stop("They agreed to act by " + s.day(agreedOn) + ".", agreedOn.plusDays(1));
        }
    }

    private static Answer doubt(PressureQuestion about, Situation s, DueStep due, LocalDate today) {
        Doubt doubt = s.journey().doubt(about);
        if (doubt == null) {
            return new Pass(() -> shown(about, s));
        }
        LocalDate since = doubt.on() == null ? due.on() : doubt.on();
        String because = switch (doubt.source()) {
            case NO_EVIDENCE -> "Nothing shows that " + about.claim() + "; confirm it first.";
            case REASON -> "The reason given on " + s.day(since) + " leaves open that " + about.claim() + ".";
            case PERSON -> "It was denied on " + s.day(since) + " that " + about.claim() + ".";
        };
        return new Stop(because, Review.nextOn(since, today));
    }

    private static String shown(PressureQuestion about, Situation s) {
        Journey.Answered answer = s.journey().answers().get(about);
        if (answer != null && answer.isSo()) {
            return "vouched for on " + s.day(answer.on());
        } else if (about == PressureQuestion.RECEIVED) {
            return s.journey().received().title().toLowerCase(Locale.ROOT)
                    + on(s, s.journey().receivedOn());
        } else {
            return "nothing says so";
        }
    }

    private static String on(Situation s, @Nullable LocalDate day) {
        return day == null ? "" : " on " + s.day(day);
    }
}
