package dev.dunwell.collections;

import static dev.dunwell.collections.Stage.FRIENDLY;
import static dev.dunwell.collections.Stage.SENT;

import dev.dunwell.collections.DueStep.Moved;
import dev.dunwell.kernel.BusinessCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which step of a strategy is due for an item, and when the next one will be. Pure.
 *
 * <p>Steps below the inquiry lapse when the due date has passed, and when their day comes no later than the invoice
 * itself. Of the others the most advanced due one is taken, once, but no stage is skipped, and a mail comes before a
 * call of its stage. Whatever was left behind stays behind.
 */
record Ladder(Strategy strategy, BusinessCalendar calendar) {

    private static final int REPETITIONS_AHEAD = 6;

    /** The number of the highest step taken, accounting's included; 0 for none. */
    int taken(Situation s) {
        int taken = Math.max(s.lastStep(), strategy.takenByAccounting());
        return Math.min(taken, strategy.steps().size());
    }

    Stage reached(Situation s) {
        int taken = taken(s);
        return taken == 0 ? SENT : strategy.step(taken).stage();
    }

    /** Where the item stands by its last step. */
    Station station(Situation s) {
        int taken = taken(s);
        if (!s.open().isPositive()) {
            return Station.SETTLED;
        }
        return taken == 0 ? Station.RECORDED : Station.after(strategy.step(taken), s.journey());
    }

    /** The last day of the final notice that was given, or of one that would be given on a day. */
    LocalDate deadline(Situation s, LocalDate givenOn) {
        LocalDate stored = s.journey().deadlineOn();
        return stored == null ? Strategy.deadlineOf(givenOn, calendar) : stored;
    }

    @Nullable
    DueStep due(Situation s, LocalDate today) {
        DueStep call = null;
        int taken = taken(s);
        for (int number = strategy.steps().size(); number > taken; number--) {
            Step step = strategy.step(number);
            boolean overtaken = call != null && !isMailBefore(step, call.step());
            DueStep candidate = overtaken || !isReachable(step, s) ? null : dated(step, s);
            if (candidate != null && isDue(candidate, s, today)) {
                if (step.channel() != Channel.CALL) {
                    return candidate;
                }
                call = candidate;
            }
        }
        return call == null ? again(s, today) : call;
    }

    /** The last step taken, when it repeats and its day has come again. */
    private @Nullable DueStep again(Situation s, LocalDate day) {
        DueStep again = repeated(s);
        return again != null && isDue(again, s, day) ? again : null;
    }

    private @Nullable DueStep repeated(Situation s) {
        int taken = taken(s);
        LocalDate lastStepOn = s.lastStepOn();
        if (taken == 0 || lastStepOn == null || !strategy.step(taken).entry().repeats()) {
            return null;
        }
        Step step = strategy.step(taken);
        LocalDate original = lastStepOn.plusDays(step.entry().repeatEveryDays());
        LocalDate on = calendar.onOrAfter(original);
        return new DueStep(step, original, on, on.equals(original) ? Moved.NOT : Moved.TO_WORKING_DAY);
    }

    /** The first day after the given one on which a step comes due; null when none will. */
    @Nullable
    LocalDate nextDay(Situation s, LocalDate after) {
        DueStep again = repeated(s);
        LocalDate next = again != null && again.on().isAfter(after) && isDue(again, s, again.on()) ? again.on() : null;
        for (int number = taken(s) + 1; number <= strategy.steps().size(); number++) {
            Step step = strategy.step(number);
            if (isReachable(step, s)) {
                DueStep dated = dated(step, s);
                boolean isSooner =
                        dated.on().isAfter(after) && (next == null || dated.on().isBefore(next));
                next = isSooner && isDue(dated, s, dated.on()) ? dated.on() : next;
            }
        }
        return next;
    }

    /**
     * The steps still to come with their days, the due one first, if each is taken on its day. Of what repeats without
     * an end, the next few.
     */
    List<DueStep> ahead(Situation s, LocalDate today) {
        List<DueStep> ahead = new ArrayList<>();
        Situation then = s;
        LocalDate day = today;
        DueStep due = due(s, today);
        while (day != null && ahead.size() < strategy.steps().size() + REPETITIONS_AHEAD) {
            if (due != null) {
                ahead.add(due);
                then = then.withStepTaken(due.step().number(), day);
            }
            day = nextDay(then, day);
            due = day == null ? null : due(then, day);
        }
        return ahead;
    }

    /** The step on its own day, moved to a working day: before the due date back, otherwise on. */
    DueStep planned(Step step, Situation s) {
        LocalDate anchor = step.anchor() == Step.Anchor.ISSUE ? s.issuedOn() : s.dueOn();
        LocalDate original = step.days() == Step.Days.BUSINESS
                ? calendar.plusWorkingDays(anchor, step.offsetDays())
                : anchor.plusDays(step.offsetDays());
        LocalDate on = step.offsetDays() < 0 ? calendar.onOrBefore(original) : calendar.onOrAfter(original);
        return new DueStep(step, original, on, on.equals(original) ? Moved.NOT : Moved.TO_WORKING_DAY);
    }

    private DueStep dated(Step step, Situation s) {
        DueStep planned = planned(step, s);
        LocalDate earliest = earliest(step, s);
        return earliest == null || !earliest.isAfter(planned.on())
                ? planned
                : new DueStep(step, planned.originalOn(), calendar.onOrAfter(earliest), Moved.AFTER_LAST_STEP);
    }

    /** Never on the day of the step before, nor within its cool-down; above the inquiry further apart. */
    private @Nullable LocalDate earliest(Step step, Situation s) {
        LocalDate lastStepOn = s.lastStepOn();
        if (lastStepOn == null || s.lastStep() <= strategy.takenByAccounting()) {
            return null;
        }
        int days = Math.max(Math.max(1, strategy.cooldownDays()), step.entry().daysAfterPrevious());
        if (step.channel() == Channel.PROPOSAL) {
            LocalDate free = lastStepOn.plusDays(days);
            LocalDate over = deadline(s, lastStepOn).plusDays(1);
            return over.isAfter(free) ? over : free;
        } else if (step.channel().isWritten() && reached(s).followsDueDate()) {
            return lastStepOn.plusDays(Math.max(days, strategy.daysBetweenSteps() - sinceMail(s, days)));
        } else {
            return lastStepOn.plusDays(days);
        }
    }

    /**
     * Mails keep the larger distance from each other. A call between them came at least a cool-down after the first.
     */
    private int sinceMail(Situation s, int cooldown) {
        return strategy.step(taken(s)).channel() == Channel.CALL ? cooldown : 0;
    }

    private boolean isReachable(Step step, Situation s) {
        int highest = Math.max(FRIENDLY.number(), reached(s).number()) + 1;
        boolean noticeGiven = step.channel() != Channel.PROPOSAL || taken(s) == step.number() - 1;
        return step.stage().number() <= highest && noticeGiven;
    }

    private static boolean isDue(DueStep dated, Situation s, LocalDate day) {
        boolean hasCome = !dated.on().isAfter(day);
        return hasCome && (dated.step().stage().followsDueDate() || !hasLapsed(dated, s, day));
    }

    private static boolean hasLapsed(DueStep dated, Situation s, LocalDate day) {
        return day.isAfter(s.dueOn()) || !dated.on().isAfter(s.issuedOn());
    }

    private static boolean isMailBefore(Step step, Step call) {
        return step.channel().isWritten() && step.stage() == call.stage();
    }
}
