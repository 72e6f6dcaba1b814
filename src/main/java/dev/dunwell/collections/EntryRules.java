package dev.dunwell.collections;

import static dev.dunwell.collections.ReasonCode.ANSWERED;
import static dev.dunwell.collections.ReasonCode.BELOW_MINIMUM;
import static dev.dunwell.collections.ReasonCode.DELIVERY_CONDITION;

import dev.dunwell.collections.Answer.Pass;
import dev.dunwell.collections.Answer.Stop;
import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The conditions that a strategy itself sets on the step that is due. */
final class EntryRules {

    private static final Set<Channel> EVERY = EnumSet.allOf(Channel.class);

    private EntryRules() {}

    /** Those that any step of the strategy has a use for. */
    static List<Rule> of(Strategy strategy) {
        List<Rule> rules = new ArrayList<>();
        List<Entry> entries = strategy.steps().stream().map(Step::entry).toList();
        if (entries.stream().anyMatch(entry -> entry.minimum() > 0)) {
            rules.add(Rule.occasion(BELOW_MINIMUM, "Is it below the step's minimum?", EVERY, EntryRules::belowMinimum));
        }
        if (entries.stream().anyMatch(entry -> entry.delivery() != Entry.Delivery.ANY)) {
            rules.add(Rule.occasion(
                    DELIVERY_CONDITION, "Does its delivery rule the step out?", EVERY, EntryRules::delivery));
        }
        if (entries.stream().anyMatch(Entry::onlyUnanswered)) {
            rules.add(Rule.occasion(ANSWERED, "Did they answer since the last step?", EVERY, EntryRules::answered));
        }
        return rules;
    }

    private static Answer belowMinimum(Situation s, DueStep due, LocalDate today) {
        Money minimum = new Money(due.step().entry().minimum(), s.open().currency());
        if (minimum.isZero()) {
            return new Pass(() -> "the step has none");
        } else if (s.open().compareTo(minimum) >= 0) {
            return new Pass(() -> Phrase.amount(s.open()) + " open, minimum " + Phrase.amount(minimum));
        } else {
            String because = due.step().name() + " is for " + Phrase.amount(minimum) + " or more; "
                    + Phrase.amount(s.open()) + " is open.";
            return new Stop(because, Review.nextOn(due.on(), today));
        }
    }

    private static Answer delivery(Situation s, DueStep due, LocalDate today) {
        boolean isDelivered = s.progress().isDelivered();
        String known = isDelivered ? "delivery is confirmed" : "delivery is not confirmed";
        return switch (due.step().entry().delivery()) {
            case ANY -> new Pass(() -> "the step does not ask; " + known);
            case CONFIRMED ->
                isDelivered ? new Pass(() -> known) : ruledOut(due, "waits until delivery is confirmed.", today);
            case UNCONFIRMED ->
                isDelivered ? ruledOut(due, "is not needed: delivery is confirmed.", today) : new Pass(() -> known);
        };
    }

    private static Stop ruledOut(DueStep due, String why, LocalDate today) {
        return new Stop(due.step().name() + " " + why, Review.nextOn(due.on(), today));
    }

    private static Answer answered(Situation s, DueStep due, LocalDate today) {
        LocalDate answered = s.progress().answeredOn();
        LocalDate lastStep = s.lastStepOn();
        if (!due.step().entry().onlyUnanswered()) {
            return new Pass(() -> "the step does not ask");
        } else if (answered == null || lastStep == null || answered.isBefore(lastStep)) {
            return new Pass(() -> "no answer since the last step");
        } else {
            String because = "They answered on " + s.day(answered) + ", after the last step; a person reads it first.";
            return new Stop(because, Review.nextOn(due.on(), today));
        }
    }
}
