package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides for one customer: each open item by the policy, then what the organisation itself has on hold. Pure.
 *
 * <p>An item whose message was written tonight keeps its decision, and that message is no reason to decide otherwise
 * about the customer's other items: a second run of the night changes nothing. Only a second message tonight there is
 * none.
 */
record Judge(Policy policy, LocalDate today, boolean mailIsOnHold) {

    private static final String MAIL_ON_HOLD =
            "Mail of this organisation is on hold; nothing leaves until it is switched on.";

    static Judge of(Organisation organisation, LocalDate today) {
        return new Judge(
                Policy.of(Strategy.sixStages(), organisation.calendar()),
                today,
                organisation.mailMode() == Organisation.MailMode.HOLD);
    }

    /** As it would be with mail switched on, for the preview of an organisation whose mail is on hold. */
    Judge withMailOn() {
        return new Judge(policy, today, false);
    }

    List<Verdict> decide(Dossier dossier) {
        List<Verdict> verdicts = new ArrayList<>(dossier.items().size());
        for (OpenCase item : dossier.items()) {
            Decision decision = decide(item, dossier.isContactedOn(today));
            verdicts.add(new Verdict(item, decision, policy.leftBehind(item, decision, today)));
        }
        return verdicts;
    }

    private Decision decide(OpenCase item, boolean isContacted) {
        if (item.standing() != null && item.isSentOn(today)) {
            return item.standing().decision();
        }
        Decision decision = policy.decide(item.situation(), today);
        if (isContacted && decision.action() == Action.SEND) {
            decision = policy.decide(item.situation().withContactOn(today), today);
        }
        return mailIsOnHold && decision.action() == Action.SEND
                ? heldByOrganisation(decision)
                : allowed(item.situation(), decision);
    }

    /** A step that the table of the stages does not know is never taken, whatever led to it. */
    private Decision allowed(Situation s, Decision wanted) {
        boolean isStep = wanted.action() == Action.SEND || wanted.action() == Action.CALL;
        return isStep && policy.allows(s, wanted.step(), today) instanceof StageMachine.Outcome.Refused refused
                ? new Decision(
                        Action.HOLD,
                        wanted.stage(),
                        wanted.step(),
                        ReasonCode.NOT_ALLOWED,
                        refused.problem().message(),
                        Review.nextOn(s.dueOn(), today))
                : wanted;
    }

    private Decision heldByOrganisation(Decision wanted) {
        return new Decision(
                Action.HOLD, wanted.stage(), wanted.step(), ReasonCode.MAIL_ON_HOLD, MAIL_ON_HOLD, wanted.nextOn());
    }
}
