package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import dev.dunwell.kernel.BusinessCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides for one customer: each open item by the policy of the customer's strategy, then what the organisation itself
 * has on hold. Pure.
 *
 * <p>An item whose message was written tonight keeps its decision, and that message is no reason to decide otherwise
 * about the customer's other items: a second run of the night changes nothing. Only a second message tonight there is
 * none.
 *
 * @param bundleDays how long a mail may wait for another one to the same customer, 0 for not at all. A message leaves
 *     tonight with all its items or with none: one that cannot wait takes the others along
 */
record Judge(Playbook playbook, Map<Long, Policy> policies, LocalDate today, boolean mailIsOnHold, int bundleDays) {

    private static final String MAIL_ON_HOLD =
            "Mail of this organisation is on hold; nothing leaves until it is switched on.";

    static Judge of(Organisation organisation, Playbook playbook, LocalDate today, House house) {
        boolean onHold = organisation.mailMode() == Organisation.MailMode.HOLD;
        return of(playbook, organisation.calendar(), today, onHold, house);
    }

    static Judge of(Playbook playbook, BusinessCalendar calendar, LocalDate today, boolean mailIsOnHold) {
        return of(playbook, calendar, today, mailIsOnHold, House.QUIET);
    }

    private static Judge of(
            Playbook playbook, BusinessCalendar calendar, LocalDate today, boolean mailIsOnHold, House house) {
        Map<Long, Policy> policies = new HashMap<>();
        for (StrategyVersion version : playbook.all()) {
            policies.put(version.id(), Policy.of(version.ladder(), calendar, house));
        }
        return new Judge(playbook, policies, today, mailIsOnHold, house.limits().bundleDays());
    }

    /** As it would be with mail switched on, for the preview of an organisation whose mail is on hold. */
    Judge withMailOn() {
        return new Judge(playbook, policies, today, false, bundleDays);
    }

    /** For customers who hear together: their messages are one already. */
    Judge withoutBundles() {
        return bundleDays == 0 ? this : new Judge(playbook, policies, today, mailIsOnHold, 0);
    }

    /** The strategy that decides about a customer, and why. */
    Choice choice(Dossier dossier) {
        return playbook.choose(dossier.customerId(), dossier.traits());
    }

    List<Verdict> decide(Dossier dossier) {
        StrategyVersion strategy = choice(dossier).version();
        List<Verdict> verdicts = new ArrayList<>(dossier.items().size());
        for (OpenCase item : dossier.items()) {
            verdicts.add(verdict(item, strategy, dossier));
        }
        return bundleDays == 0 ? verdicts : bundled(verdicts);
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

    private Verdict verdict(OpenCase item, StrategyVersion strategy, Dossier dossier) {
        Situation seen = playbook.seenBy(strategy, item.situation());
        Decision decision = decide(item, seen, strategy, dossier);
        return new Verdict(item, decision, strategy, leftBehind(item, seen, strategy, decision));
    }

    /** What another strategy decided says nothing about the steps of this one. */
    private LeftBehind leftBehind(OpenCase item, Situation seen, StrategyVersion strategy, Decision decision) {
        OpenCase.Standing standing = item.standing();
        boolean isOfAnother = seen.journey().decidedUnder() != strategy.id();
        Decision stood = standing == null || isOfAnother ? null : standing.decision();
        return policy(strategy).leftBehind(seen, stood, decision, today);
    }

    private Decision decide(OpenCase item, Situation seen, StrategyVersion strategy, Dossier dossier) {
        if (item.standing() != null && item.isSentOn(today)) {
            return item.standing().decision();
        }
        Policy policy = policy(strategy);
        Decision decision = policy.decide(seen, today);
        if (dossier.isContactedOn(today) && decision.action() == Action.SEND) {
            decision = policy.decide(afterContact(seen, dossier), today);
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

    private Situation afterContact(Situation s, Dossier dossier) {
        Situation contacted = s.withContactOn(today);
        Party party = contacted.party();
        return dossier.isWrittenToOn(today)
                ? contacted.with(party.with(party.reach().writtenTo()))
                : contacted;
    }

    private Policy policy(StrategyVersion strategy) {
        return Objects.requireNonNull(policies.get(strategy.id()), strategy.title());
    }

    private Decision heldByOrganisation(Decision wanted) {
        return new Decision(
                Action.HOLD, wanted.stage(), wanted.step(), ReasonCode.MAIL_ON_HOLD, MAIL_ON_HOLD, wanted.nextOn());
    }

    /** Holds tonight's mails for one that goes soon, when each of them can wait for it. */
    private List<Verdict> bundled(List<Verdict> verdicts) {
        List<Marks.Carrier> carriers = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            Marks.Carrier carrier = carrier(verdict);
            if (carrier != null) {
                carriers.add(carrier);
            }
        }
        List<Verdict> waiting = new ArrayList<>(verdicts.size());
        for (Verdict verdict : verdicts) {
            boolean isSending = verdict.decision().action() == Action.SEND;
            Verdict carried = isSending ? carried(verdict, carriers) : verdict;
            if (carried == null) {
                return verdicts;
            }
            waiting.add(carried);
        }
        return waiting;
    }

    /**
     * The mail that comes next for an item that only waits for its day; null when none does, or a person says yes
     * first.
     */
    private Marks.@Nullable Carrier carrier(Verdict verdict) {
        Decision decision = verdict.decision();
        Situation s = verdict.item().situation();
        DueStep next = decision.code() == ReasonCode.NOT_YET ? due(verdict, decision.nextOn()) : null;
        boolean goes = next != null
                && next.step().channel() == Channel.MAIL
                && !next.step().needsApproval()
                && s.party().mode() == ContactMode.AUTOMATIC;
        return goes ? new Marks.Carrier(s.number(), decision.nextOn()) : null;
    }

    private @Nullable Verdict carried(Verdict verdict, List<Marks.Carrier> carriers) {
        DueStep due = due(verdict, today);
        if (due == null || verdict.item().isSentOn(today)) {
            return null;
        }
        LocalDate latest = due.on().plusDays(bundleDays);
        return carriers.stream()
                .filter(carrier -> !carrier.on().isAfter(latest) && isStillDue(due, verdict, carrier.on()))
                .min(Comparator.comparing(Marks.Carrier::on))
                .map(carrier -> carriedBy(carrier, verdict))
                .orElse(null);
    }

    private Verdict carriedBy(Marks.Carrier carrier, Verdict verdict) {
        StrategyVersion strategy = verdict.strategy();
        Situation s = verdict.item().situation();
        OpenCase item = verdict.item().with(s.with(s.marks().carriedBy(carrier)));
        Situation seen = playbook.seenBy(strategy, item.situation());
        Decision decision = policy(strategy).decide(seen, today);
        return new Verdict(item, decision, strategy, leftBehind(item, seen, strategy, decision));
    }

    private boolean isStillDue(DueStep due, Verdict verdict, LocalDate day) {
        DueStep then = due(verdict, day);
        return then != null && then.step().equals(due.step());
    }

    private @Nullable DueStep due(Verdict verdict, LocalDate day) {
        StrategyVersion strategy = verdict.strategy();
        return policy(strategy).due(playbook.seenBy(strategy, verdict.item().situation()), day);
    }
}
