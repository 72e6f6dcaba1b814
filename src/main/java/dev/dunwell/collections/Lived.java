package dev.dunwell.collections;

import dev.dunwell.kernel.BusinessCalendar;
import dev.dunwell.reach.Limits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One mailing as it stands on an evening of a simulation: what is paid goes, what is issued comes, and what a night
 * decides becomes what the next night knows. Pure; the deciding is the {@link Judge}'s, as it is every night.
 *
 * <p>A letter that is written counts as arrived, as one that left does. A call brings no answer. Nothing else happens.
 */
record Lived(Mailing mailing, BusinessCalendar calendar) {

    /** Points that a letter weighs among what a payer may hear, see {@code reach}. */
    private static final int OF_A_LETTER = Limits.Fatigue.weight("mail");

    /** Whether anything of it is paid or issued. */
    boolean isTouched(LocalDate day, Map<Long, LocalDate> paidOn, Map<Long, List<OpenCase>> issued) {
        return mailing.members().stream()
                .anyMatch(member -> issued.containsKey(member.customerId())
                        || member.items().stream().anyMatch(item -> isPaid(item, paidOn, day)));
    }

    /** This evening: without what was paid up to this day, with what was issued on it. */
    Lived on(LocalDate day, Map<Long, LocalDate> paidOn, Map<Long, List<OpenCase>> issued) {
        return with(mailing.members().stream()
                .map(member -> member.with(
                        member.party(),
                        Stream.concat(
                                        member.items().stream(),
                                        issued.getOrDefault(member.customerId(), List.of()).stream()
                                                .map(item -> item.with(member.party())))
                                .filter(item -> !isPaid(item, paidOn, day))
                                .toList()))
                .toList());
    }

    /** Which strategies decide about it. */
    List<Long> strategies(Judge judge) {
        return mailing.members().stream()
                .map(member -> judge.choice(member).version().id())
                .toList();
    }

    /** Whether anything waits for a person's yes. */
    static boolean waits(Mailing.Decided decided) {
        return decided.verdicts().stream().anyMatch(it -> it.decision().code() == ReasonCode.APPROVAL_PENDING);
    }

    /** The day from which on it may be decided otherwise; a step that is taken or due changes what comes next. */
    static LocalDate again(Mailing.Decided decided, LocalDate day) {
        return decided.verdicts().stream()
                .map(Verdict::decision)
                .map(it -> it.action() == Action.SEND || it.action() == Action.CALL ? day.plusDays(1) : it.nextOn())
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
    }

    /** The same after a person said yes to what waited for one. */
    Lived approved() {
        return with(mailing.members().stream()
                .map(member -> known(member, member.party().approved(), member.items()))
                .toList());
    }

    /** What the next night finds after this one. */
    Lived after(Mailing.Decided decided, Judge judge, boolean callsAreMade) {
        LocalDate day = judge.today();
        boolean isWritten = decided.verdicts().stream()
                .anyMatch(verdict -> verdict.decision().action() == Action.SEND);
        List<Dossier> next = new ArrayList<>();
        for (int i = 0; i < decided.parts().size(); i++) {
            Dossier member = mailing.members().get(i);
            List<Verdict> verdicts = decided.parts().get(i).verdicts();
            List<OpenCase> items = new ArrayList<>();
            for (int j = 0; j < verdicts.size(); j++) {
                items.add(after(member.items().get(j), verdicts.get(j), judge, callsAreMade));
            }
            Party party = isWritten ? member.party().writtenTo(day, OF_A_LETTER) : member.party();
            Dossier heard = isWritten ? member.writtenToOn(day) : member;
            next.add(known(heard, party, items));
        }
        return with(next);
    }

    private OpenCase after(OpenCase item, Verdict verdict, Judge judge, boolean callsAreMade) {
        Decision decision = verdict.decision();
        var standing = new OpenCase.Standing(0, decision);
        boolean isTaken = decision.action() == Action.SEND || callsAreMade && decision.action() == Action.CALL;
        Situation s = isTaken
                ? stepped(judge.playbook().seenBy(verdict.strategy(), item.situation()), verdict, judge.today())
                : item.situation();
        Journey journey = s.journey().decided(verdict);
        return new OpenCase(item.invoiceId(), s.with(s.progress().with(journey)), standing);
    }

    private Situation stepped(Situation s, Verdict verdict, LocalDate day) {
        Step step = verdict.step();
        LocalDate deadlineOn = step.stage() == Stage.FINAL ? Strategy.deadlineOf(day, calendar) : null;
        Journey journey = s.journey().stepped(step, day, deadlineOn);
        Progress was = s.progress();
        return s.withStepTaken(step.number(), day)
                .with(new Progress(verdict.strategy().id(), was.isDelivered(), was.answeredOn(), journey));
    }

    private static boolean isPaid(OpenCase item, Map<Long, LocalDate> paidOn, LocalDate day) {
        LocalDate on = paidOn.get(item.invoiceId());
        return on != null && !on.isAfter(day);
    }

    private static Dossier known(Dossier member, Party party, List<OpenCase> items) {
        return member.with(party, items.stream().map(item -> item.with(party)).toList());
    }

    private Lived with(List<Dossier> members) {
        return new Lived(new Mailing(members.getFirst(), members), calendar);
    }
}
