package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides for one customer: each open item by the policy, then what the organisation itself has on hold. Pure.
 *
 * <p>An item whose message was written tonight keeps its decision, and that message is no reason to decide otherwise
 * about the customer's other items: a second run of the night changes nothing. Only a second message tonight there is
 * none.
 *
 * @param bundleDays how long a mail may wait for another one to the same customer, 0 for not at all. A message leaves
 *     tonight with all its items or with none: one that cannot wait takes the others along
 */
record Judge(Policy policy, LocalDate today, boolean mailIsOnHold, int bundleDays) {

    private static final String MAIL_ON_HOLD =
            "Mail of this organisation is on hold; nothing leaves until it is switched on.";

    Judge(Policy policy, LocalDate today, boolean mailIsOnHold) {
        this(policy, today, mailIsOnHold, 0);
    }

    static Judge of(Organisation organisation, LocalDate today, House house) {
        return new Judge(
                Policy.of(Strategy.sixStages(), organisation.calendar(), house),
                today,
                organisation.mailMode() == Organisation.MailMode.HOLD,
                house.limits().bundleDays());
    }

    /** As it would be with mail switched on, for the preview of an organisation whose mail is on hold. */
    Judge withMailOn() {
        return new Judge(policy, today, false, bundleDays);
    }

    /** For customers who hear together: their messages are one already. */
    Judge withoutBundles() {
        return bundleDays == 0 ? this : new Judge(policy, today, mailIsOnHold, 0);
    }

    List<Verdict> decide(Dossier dossier) {
        List<Verdict> verdicts = new ArrayList<>(dossier.items().size());
        for (OpenCase item : dossier.items()) {
            verdicts.add(new Verdict(item, decide(item, dossier)));
        }
        return bundleDays == 0 ? verdicts : bundled(verdicts);
    }

    private Decision decide(OpenCase item, Dossier dossier) {
        if (item.standing() != null && item.isSentOn(today)) {
            return item.standing().decision();
        }
        Decision decision = policy.decide(item.situation(), today);
        if (dossier.isContactedOn(today) && decision.action() == Action.SEND) {
            decision = policy.decide(afterContact(item.situation(), dossier), today);
        }
        return mailIsOnHold && decision.action() == Action.SEND ? heldByOrganisation(decision) : decision;
    }

    private Situation afterContact(Situation s, Dossier dossier) {
        Situation contacted = s.withContactOn(today);
        Party party = contacted.party();
        return dossier.isWrittenToOn(today)
                ? contacted.with(party.with(party.reach().writtenTo()))
                : contacted;
    }

    private Decision heldByOrganisation(Decision wanted) {
        return new Decision(
                Action.HOLD, wanted.stage(), wanted.step(), ReasonCode.MAIL_ON_HOLD, MAIL_ON_HOLD, wanted.nextOn());
    }

    /** Holds tonight's mails for one that goes soon, when each of them can wait for it. */
    private List<Verdict> bundled(List<Verdict> verdicts) {
        List<Marks.Carrier> carriers = verdicts.stream()
                .map(verdict -> carrier(verdict))
                .filter(Objects::nonNull)
                .toList();
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
     * The mail that comes next for an item that only waits for its day; null when none does, or a person must say yes.
     */
    private Marks.@Nullable Carrier carrier(Verdict verdict) {
        Decision decision = verdict.decision();
        Situation s = verdict.item().situation();
        DueStep next = decision.code() == ReasonCode.NOT_YET ? policy.due(s, decision.nextOn()) : null;
        boolean goes = next != null
                && next.step().channel() == Channel.MAIL
                && !next.step().needsApproval()
                && s.party().mode() == ContactMode.AUTOMATIC;
        return goes ? new Marks.Carrier(s.number(), decision.nextOn()) : null;
    }

    private @Nullable Verdict carried(Verdict verdict, List<Marks.Carrier> carriers) {
        Situation s = verdict.item().situation();
        DueStep due = policy.due(s, today);
        if (due == null || verdict.item().isSentOn(today)) {
            return null;
        }
        LocalDate latest = due.on().plusDays(bundleDays);
        return carriers.stream()
                .filter(carrier -> !carrier.on().isAfter(latest) && isStillDue(due, s, carrier.on()))
                .min((a, b) -> a.on().compareTo(b.on()))
                .map(carrier -> s.with(s.marks().carriedBy(carrier)))
                .map(then -> new Verdict(verdict.item().with(then), policy.decide(then, today)))
                .orElse(null);
    }

    private boolean isStillDue(DueStep due, Situation s, LocalDate day) {
        DueStep then = policy.due(s, day);
        return then != null && then.step().equals(due.step());
    }
}
