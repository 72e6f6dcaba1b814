package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import dev.dunwell.messaging.Draft;
import dev.dunwell.messaging.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a letter of any kind would say to a customer today, for a person to try its words out or to send it by hand. It
 * speaks of everything open that may be asked for: not of what is disputed, promised, held, covered by credit or within
 * tolerance, and from the inquiry on only of what is overdue, if anything is. Nothing is kept.
 */
@Component
public class ComposeLetter {

    private static final Set<ReasonCode> NOT_ASKED_FOR = Set.of(
            ReasonCode.BELOW_TOLERANCE,
            ReasonCode.DISPUTED,
            ReasonCode.PROMISED,
            ReasonCode.HELD,
            ReasonCode.CREDIT_COVERS,
            ReasonCode.SPECIAL_CONDITION,
            ReasonCode.PLACED,
            ReasonCode.DEBIT_PENDING);

    private final Judges judges;
    private final Mailings mailings;

    ComposeLetter(Judges judges, Mailings mailings) {
        this.judges = judges;
        this.mailings = mailings;
    }

    /**
     * @param template one of {@link dev.dunwell.messaging.Letters#TEMPLATES}
     * @return a draft that may leave at once, by mail, or on paper to whom only the post reaches; its address is empty
     *     when neither is known. Empty when nothing can be asked for
     */
    @Transactional(readOnly = true)
    public Optional<Draft> of(Organisation organisation, LocalDate today, long customerId, String template, Tone tone) {
        Judge judge = judges.of(organisation, today).withMailOn();
        Step step = step(template);
        return mailings.of(organisation, today, customerId).stream()
                .map(mailing -> asked(mailing.decidedBy(judge), step, today))
                .filter(asked -> !asked.isEmpty())
                .map(asked -> new Correspondence(organisation, today, Instant.EPOCH)
                        .draft(asked)
                        .in(tone))
                .findFirst();
    }

    private static Mailing.Decided asked(Mailing.Decided decided, Step step, LocalDate today) {
        Mailing.Decided open = decided.where(verdict -> !isKeptOut(verdict.decision()));
        Mailing.Decided overdue =
                open.where(verdict -> verdict.item().situation().dueOn().isBefore(today));
        Mailing.Decided about = step.stage().followsDueDate() && !overdue.isEmpty() ? overdue : open;
        return new Mailing.Decided(
                about.addressee(),
                about.parts().stream().map(part -> part(part, step, today)).toList());
    }

    private static Mailing.Part part(Mailing.Part part, Step step, LocalDate today) {
        List<Verdict> verdicts = part.verdicts().stream()
                .map(verdict -> new Verdict(
                        verdict.item(), sent(step, today), StrategyVersion.SHIPPED, new LeftBehind(0, List.of())))
                .toList();
        return new Mailing.Part(part.dossier(), verdicts);
    }

    private static Decision sent(Step step, LocalDate today) {
        return new Decision(
                Action.SEND, step.stage(), step.number(), ReasonCode.STEP_DUE, "By hand.", today.plusDays(1));
    }

    private static boolean isKeptOut(Decision decision) {
        return decision.action() == Action.HOLD && NOT_ASKED_FOR.contains(decision.code());
    }

    private static Step step(String template) {
        return Strategy.sixStages().steps().stream()
                .filter(step -> step.template().equals(template))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step sends " + template));
    }
}
