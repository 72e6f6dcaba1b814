package dev.dunwell.collections;

import dev.dunwell.collections.Answer.Pass;
import dev.dunwell.collections.Answer.Stop;
import dev.dunwell.messaging.Tone;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The questions about how something is said, asked when a letter is due. */
final class WordingRules {

    private WordingRules() {}

    static List<Rule> all() {
        return List.of(Rule.occasion(
                ReasonCode.APPROVAL_PENDING,
                "Is it a firm word to a valuable customer?",
                Set.of(Channel.MAIL, Channel.LETTER, Channel.PORTAL, Channel.SMS),
                WordingRules::firmToValued));
    }

    private static Answer firmToValued(Situation s, DueStep due, LocalDate today) {
        Regard.Valued valued = s.party().regard().valued();
        if (valued == null) {
            return new Pass(() -> "not marked as valuable");
        } else if (!isFirm(due.step())) {
            return new Pass(() -> "valuable; " + due.step().name() + " is not firm");
        } else if (s.party().approvedTonight()) {
            return new Pass(() -> "valuable; approved");
        } else {
            return new Stop(
                    Phrase.sentence(due.step().name() + " waits for approval: " + valued.by()
                            + " marked the customer as valuable on " + s.day(valued.since()) + ", " + valued.reason()),
                    Review.nextOn(due.on(), today));
        }
    }

    /** Firm is what is written from the firm stage on, unless it is put gently, and whatever is put firmly. */
    private static boolean isFirm(Step step) {
        return step.tone() == Tone.FIRM || step.stage().compareTo(Stage.FIRM) >= 0 && step.tone() != Tone.GENTLE;
    }
}
