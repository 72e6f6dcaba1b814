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
            Decision decision = decide(item, strategy, dossier.isContactedOn(today));
            verdicts.add(new Verdict(item, decision, strategy));
        }
        return verdicts;
    }

    /** Everything that leads to the decision about one item of a customer. */
    Explanation explain(Dossier dossier, OpenCase item) {
        StrategyVersion strategy = choice(dossier).version();
        return policy(strategy).explain(playbook.seenBy(strategy, item.situation()), today);
    }

    private Decision decide(OpenCase item, StrategyVersion strategy, boolean isContacted) {
        if (item.standing() != null && item.isSentOn(today)) {
            return item.standing().decision();
        }
        Policy policy = policy(strategy);
        Situation seen = playbook.seenBy(strategy, item.situation());
        Decision decision = policy.decide(seen, today);
        if (isContacted && decision.action() == Action.SEND) {
            decision = policy.decide(seen.withContactOn(today), today);
        }
        return mailIsOnHold && decision.action() == Action.SEND ? heldByOrganisation(decision) : decision;
    }

    private Policy policy(StrategyVersion strategy) {
        return Objects.requireNonNull(policies.get(strategy.id()), strategy.title());
    }

    private Decision heldByOrganisation(Decision wanted) {
        return new Decision(
                Action.HOLD, wanted.stage(), wanted.step(), ReasonCode.MAIL_ON_HOLD, MAIL_ON_HOLD, wanted.nextOn());
    }
}
