package dev.dunwell.collections;

import static dev.dunwell.collections.Phrase.amount;
import static dev.dunwell.collections.ReasonCode.PLAN_ON_TRACK;
import static dev.dunwell.collections.ReasonCode.QUESTION_OPEN;

import dev.dunwell.collections.Answer.Pass;
import dev.dunwell.collections.Answer.Stop;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The questions about what is being talked about on one item: the plan it is paid by, and what was asked about it. */
final class CaseRules {

    private CaseRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.standing(PLAN_ON_TRACK, "Is it paid by a plan?", CaseRules::planOnTrack),
                Rule.standing(QUESTION_OPEN, "Does a question wait for our answer?", CaseRules::questionOpen));
    }

    private static Answer planOnTrack(Situation s, @Nullable DueStep due, LocalDate today) {
        Matters.Plan plan = s.matters().plan();
        LocalDate brokenOn = s.matters().planBrokenOn();
        if (plan == null) {
            return new Pass(() -> brokenOn == null ? "no plan" : "the plan was broken on " + s.day(brokenOn));
        } else if (plan.isBroken(today)) {
            return new Pass(() -> amount(plan.missing()) + " of the plan were due on " + s.day(plan.dueOn())
                    + " and did not come by " + s.day(plan.until()));
        } else if (plan.isBehind(today)) {
            String because = "The plan is behind: " + amount(plan.missing()) + " were due " + s.day(plan.dueOn())
                    + ", in grace until " + s.day(plan.until()) + ".";
            return new Stop(because, plan.until().plusDays(1));
        } else {
            String because = "A payment plan is on track; the next " + amount(plan.missing()) + " are due on "
                    + s.day(plan.dueOn()) + ".";
            return new Stop(because, plan.dueOn().plusDays(1));
        }
    }

    private static Answer questionOpen(Situation s, @Nullable DueStep due, LocalDate today) {
        Matters.Question question = s.matters().question();
        if (question == null) {
            return new Pass(() -> "no question about " + s.number());
        } else {
            String because = "A question about " + s.number() + " of " + s.day(question.askedOn())
                    + " waits for our answer, due " + s.day(question.answerBy()) + ".";
            return new Stop(because, Review.nextOn(question.askedOn(), today));
        }
    }
}
