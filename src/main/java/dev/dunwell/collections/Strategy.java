package dev.dunwell.collections;

import static dev.dunwell.collections.Channel.ACCOUNTING;

import dev.dunwell.kernel.BusinessCalendar;
import dev.dunwell.kernel.Problem;
import java.time.LocalDate;
import java.util.List;

/**
 * The ladder of steps by which an organisation collects, with the distance it keeps between them. Refuses what
 * {@link StrategyRules} refuses.
 *
 * @param version counts the edits of a strategy of this name, from 1
 * @param cooldownDays from the day of a contact so many days without another: 3 means that day and the two after it
 * @param daysBetweenSteps least calendar days from any step of the inquiry or above to the next message above
 */
public record Strategy(String name, int version, List<Step> steps, int cooldownDays, int daysBetweenSteps) {

    /** Days the final notice gives, printed in it as the deadline. */
    public static final int FINAL_NOTICE_DAYS = 10;

    /** A strategy as somebody writes it, before anybody asked whether its parts fit. */
    public record Draft(String name, List<Step> steps, int cooldownDays, int daysBetweenSteps) {

        public Draft {
            steps = List.copyOf(steps);
        }

        /** Everything that does not fit; empty when all does. */
        public List<Problem> problems() {
            return StrategyRules.problems(this);
        }

        /** @throws StrategyRefused when parts do not fit */
        public Strategy as(int version) {
            return new Strategy(name, version, steps, cooldownDays, daysBetweenSteps);
        }
    }

    public Strategy {
        steps = List.copyOf(steps);
        if (version < 1) {
            throw new StrategyRefused(List.of(new Problem(0, "version", "The versions of a strategy count from 1.")));
        }
        List<Problem> problems = StrategyRules.problems(new Draft(name, steps, cooldownDays, daysBetweenSteps));
        if (!problems.isEmpty()) {
            throw new StrategyRefused(problems);
        }
    }

    /** The strategy that ships: six stages from the invoice to the agency, polite to the last. */
    public static Strategy sixStages() {
        return Shipped.SIX_STAGES;
    }

    public Draft draft() {
        return new Draft(name, steps, cooldownDays, daysBetweenSteps);
    }

    /** The step of a number from 1 to the number of steps. */
    public Step step(int number) {
        return steps.get(number - 1);
    }

    /** The last day on which a payment still answers a final notice sent on that day: a working day. */
    public static LocalDate deadlineOf(LocalDate sentOn, BusinessCalendar calendar) {
        return calendar.onOrAfter(sentOn.plusDays(FINAL_NOTICE_DAYS));
    }

    /** How many steps count as taken before we do anything: 1 when accounting sends the invoice, else 0. */
    int takenByAccounting() {
        return step(1).channel() == ACCOUNTING ? 1 : 0;
    }

    /**
     * The step at which an item stands here that took a step of another strategy, 0 for before the first.
     *
     * <p>By stage and place: every stage below counts as done; in its own stage as many messages and as many calls as
     * it had there, and every message whose words it has read. So nobody is told the same twice, and nobody falls back.
     */
    int placeOf(Strategy other, int taken) {
        if (taken < 1 || other.steps.isEmpty()) {
            return 0;
        }
        List<Step> had = other.steps.subList(0, Math.min(taken, other.steps.size()));
        Stage stage = had.getLast().stage();
        int place =
                (int) steps.stream().filter(s -> s.stage().compareTo(stage) < 0).count();
        for (Step here : steps) {
            if (here.stage() == stage && isAnswered(here, stage, had)) {
                place = here.number();
            }
        }
        return place;
    }

    private boolean isAnswered(Step here, Stage stage, List<Step> had) {
        boolean isRead = !here.template().isEmpty()
                && had.stream().anyMatch(h -> h.template().equals(here.template()));
        return isRead || ordinal(here, stage, steps.subList(0, here.number())) <= ordinal(here, stage, had);
    }

    /** How many steps of the stage are of the same kind: written, called, or neither. */
    private static long ordinal(Step kind, Stage stage, List<Step> among) {
        return among.stream()
                .filter(s -> s.stage() == stage && s.isOfKind(kind))
                .count();
    }
}
