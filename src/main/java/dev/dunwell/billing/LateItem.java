package dev.dunwell.billing;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.DueRule;
import dev.dunwell.ledger.TermsVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An invoice that was or is late, with all that decides what its lateness costs.
 *
 * @param instalments what of it falls due when, the earliest first; none when it is due as a whole
 * @param settled what settled it, and what was taken back with a minus
 * @param interestThrough the last day whose interest was claimed, held or waived; null: none was
 * @param stages the fees and compensations that were claimed, held or waived
 */
public record LateItem(
        Bill bill,
        Party party,
        TermsVersion terms,
        List<DueRule.Part> instalments,
        List<Settled> settled,
        @Nullable LocalDate interestThrough,
        Set<String> stages) {

    public LateItem {
        instalments = List.copyOf(instalments);
        settled = List.copyOf(settled);
        stages = Set.copyOf(stages);
    }

    /** What was billed, and what of it is open. */
    public record Bill(long id, String number, LocalDate issuedOn, LocalDate dueOn, Money amount, Money open) {}

    /** Who owes it. */
    public record Party(long id, String number, String name, boolean isConsumer) {}

    /** An amount that settled it from a day on. */
    public record Settled(LocalDate on, Money amount) {}

    /** The first day of delay: the day after the due date, of instalments after the first one. */
    public LocalDate lateFrom() {
        return parts().getFirst().dueOn().plusDays(1);
    }

    /**
     * What was overdue from which day on: what fell due before a day, without what had settled it before that day. The
     * day on which money arrives is still a day of delay.
     */
    public List<Interest.Step> principal() {
        TreeSet<LocalDate> days = new TreeSet<>(Set.of(lateFrom()));
        parts().forEach(part -> days.add(part.dueOn().plusDays(1)));
        settled.forEach(part -> days.add(part.on.plusDays(1)));
        List<Interest.Step> steps = new ArrayList<>();
        days.tailSet(lateFrom()).forEach(day -> steps.add(new Interest.Step(day, overdue(day))));
        return steps;
    }

    private Money overdue(LocalDate day) {
        Money nothing = Money.zero(bill.amount.currency());
        Money fallen = parts().stream()
                .filter(part -> part.dueOn().isBefore(day))
                .map(DueRule.Part::amount)
                .reduce(nothing, Money::plus);
        Money paid = settled.stream()
                .filter(part -> part.on.isBefore(day))
                .map(Settled::amount)
                .reduce(nothing, Money::plus);
        Money overdue = fallen.minus(paid);
        return overdue.isNegative() ? nothing : overdue;
    }

    private List<DueRule.Part> parts() {
        return instalments.isEmpty() ? List.of(new DueRule.Part(bill.dueOn, bill.amount)) : instalments;
    }
}
