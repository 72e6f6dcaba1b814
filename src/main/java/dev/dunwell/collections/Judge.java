package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import dev.dunwell.kernel.BusinessCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Decides for one customer: each open item by the policy of the customer's strategy, then what the organisation itself
 * has on hold. Pure.
 *
 * <p>An item whose message was written tonight keeps its decision, and that message is no reason to decide otherwise
 * about the customer's other items: a second run of the night changes nothing. Only a second message tonight there is
 * none.
 */
record Judge(Playbook playbook, Map<Long, Policy> policies, LocalDate today, boolean mailIsOnHold) {

    private static final String MAIL_ON_HOLD =
            "Mail of this organisation is on hold; nothing leaves until it is switched on.";

    static Judge of(Organisation organisation, Playbook playbook, LocalDate today) {
        boolean onHold = organisation.mailMode() == Organisation.MailMode.HOLD;
        return of(playbook, organisation.calendar(), today, onHold);
    }

    static Judge of(Playbook playbook, BusinessCalendar calendar, LocalDate today, boolean mailIsOnHold) {
        Map<Long, Policy> policies = new HashMap<>();
        for (StrategyVersion version : playbook.all()) {
            policies.put(version.id(), Policy.of(version.ladder(), calendar));
        }
        return new Judge(playbook, policies, today, mailIsOnHold);
    }

    /** As it would be with mail switched on, for the preview of an organisation whose mail is on hold. */
    Judge withMailOn() {
        return new Judge(playbook, policies, today, false);
    }

    /** The strategy that decides about a customer, and why. */
    Choice choice(Dossier dossier) {
        return playbook.choose(dossier.customerId(), dossier.traits());
    }

    List<Verdict> decide(Dossier dossier) {
        StrategyVersion strategy = choice(dossier).version();
        List<Verdict> verdicts = new ArrayList<>(dossier.items().size());
        for (OpenCase item : dossier.items()) {
            Situation seen = playbook.seenBy(strategy, item.situation());
            Decision decision = decide(item, seen, strategy, dossier.isContactedOn(today));
            verdicts.add(new Verdict(item, decision, strategy, leftBehind(item, seen, strategy, decision)));
        }
        return verdicts;
    }

    /** Where one item of a customer stands on its way, and what comes next. */
    Journeys.Way way(Dossier dossier, OpenCase item) {
        StrategyVersion strategy = choice(dossier).version();
        Situation seen = playbook.seenBy(strategy, item.situation());
        Policy policy = policy(strategy);
        return new Journeys.Way(
                dossier.customerId(), seen, strategy, policy.station(seen), policy.explain(seen, today));
    }

    /** Everything that leads to the decision about one item of a customer. */
    Explanation explain(Dossier dossier, OpenCase item) {
        StrategyVersion strategy = choice(dossier).version();
        return policy(strategy).explain(playbook.seenBy(strategy, item.situation()), today);
    }

    /** What another strategy decided says nothing about the steps of this one. */
    private LeftBehind leftBehind(OpenCase item, Situation seen, StrategyVersion strategy, Decision decision) {
        OpenCase.Standing standing = item.standing();
        boolean isOfAnother = seen.journey().decidedUnder() != strategy.id();
        Decision stood = standing == null || isOfAnother ? null : standing.decision();
        return policy(strategy).leftBehind(seen, stood, decision, today);
    }

    private Decision decide(OpenCase item, Situation seen, StrategyVersion strategy, boolean isContacted) {
        if (item.standing() != null && item.isSentOn(today)) {
            return item.standing().decision();
        }
        Policy policy = policy(strategy);
        Decision decision = policy.decide(seen, today);
        if (isContacted && decision.action() == Action.SEND) {
            decision = policy.decide(seen.withContactOn(today), today);
        }
        return mailIsOnHold && decision.action() == Action.SEND
                ? heldByOrganisation(decision)
                : allowed(policy, seen, decision);
    }

    /** A step that the table of the stages does not know is never taken, whatever led to it. */
    private Decision allowed(Policy policy, Situation s, Decision wanted) {
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

    private Policy policy(StrategyVersion strategy) {
        return Objects.requireNonNull(policies.get(strategy.id()), strategy.title());
    }

    private Decision heldByOrganisation(Decision wanted) {
        return new Decision(
                Action.HOLD, wanted.stage(), wanted.step(), ReasonCode.MAIL_ON_HOLD, MAIL_ON_HOLD, wanted.nextOn());
    }
}
