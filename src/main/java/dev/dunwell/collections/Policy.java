package dev.dunwell.collections;

import static java.util.Objects.requireNonNull;

import dev.dunwell.collections.Explanation.Planned;
import dev.dunwell.collections.Explanation.State;
import dev.dunwell.kernel.BusinessCalendar;
import dev.dunwell.messaging.Way;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who hears from us next, and why: facts of one open item and the day in, one decision with its reason out.
 *
 * <p>Pure: no clock, no database, and the same facts on the same day always give the same decision. First the ladder
 * says which step is due, then the gate may stop it. Days are calendar days of the organisation. Safe for many threads.
 */
public final class Policy {

    private final Strategy strategy;
    private final Ladder ladder;
    private final Gate gate;
    private final Set<Way> ways;

    public Policy(Strategy strategy, BusinessCalendar calendar, Gate gate) {
        this(strategy, calendar, gate, House.QUIET.ways());
    }

    private Policy(Strategy strategy, BusinessCalendar calendar, Gate gate, Set<Way> ways) {
        this.strategy = strategy;
        this.ladder = new Ladder(strategy, calendar);
        this.gate = gate;
        this.ways = ways;
    }

    /** The strategy behind the gate that ships. */
    public static Policy of(Strategy strategy, BusinessCalendar calendar) {
        return new Policy(strategy, calendar, Gate.of(strategy, calendar));
    }

    /** The same behind the gate of an organisation that asks something of its mail. */
    static Policy of(Strategy strategy, BusinessCalendar calendar, House house) {
        return new Policy(strategy, calendar, Gate.of(strategy, calendar, house), house.ways());
    }

    /** Decides one item; a night calls this a million times. */
    public Decision decide(Situation s, LocalDate today) {
        DueStep due = ladder.due(s, today);
        Gate.Stopped stopped = gate.firstStop(s, due, today);
        if (stopped != null) {
            return held(s, due, stopped);
        } else if (due == null) {
            return waiting(s, today);
        } else {
            return taking(s, due, today);
        }
    }

    /** The step that is due on a day, whether or not the gate lets it go. */
    @Nullable
    DueStep due(Situation s, LocalDate day) {
        return ladder.due(s, day);
    }

    /** Where an open item stands on its way. */
    public Station station(Situation s) {
        return ladder.station(s);
    }

    /** Whether the table of the stages lets this step be taken today, whatever the gate says. */
    StageMachine.Outcome allows(Situation s, int step, LocalDate today) {
        Move move = Move.by(strategy.step(step));
        LocalDate lastStepOn = s.lastStepOn();
        LocalDate deadlineOn = move == Move.GIVE_NOTICE || lastStepOn == null
                ? ladder.deadline(s, today)
                : ladder.deadline(s, lastStepOn);
        return StageMachine.night(ladder.station(s), move, Circumstances.of(s, today, deadlineOn));
    }

    /** What is left behind for good when this was decided, and why. */
    LeftBehind leftBehind(Situation s, @Nullable Decision stood, Decision decision, LocalDate today) {
        return new LeftBehind.Look(ladder, s, stood, today).after(decision);
    }

    /** The same decision with everything that led to it. */
    public Explanation explain(Situation s, LocalDate today) {
        DueStep due = ladder.due(s, today);
        return new Explanation(decide(s, today), due, gate.lines(s, due, today), plan(s, due, today));
    }

    private Decision held(Situation s, @Nullable DueStep due, Gate.Stopped by) {
        Stage stage = due == null ? ladder.reached(s) : due.step().stage();
        int step = due == null ? ladder.taken(s) : due.step().number();
        return new Decision(
                Action.HOLD,
                stage,
                step,
                by.code(),
                by.stop().because(),
                by.stop().nextOn());
    }

    private Decision waiting(Situation s, LocalDate today) {
        int taken = ladder.taken(s);
        LocalDate nextOn = ladder.nextDay(s, today);
        if (nextOn == null) {
            LocalDate lastOn = lastOn(s);
            String reason = taken == 0
                    ? "No step is left and none was taken."
                    : "No step is left; the last was " + strategy.step(taken).name() + " on " + s.day(lastOn) + ".";
            return waiting(s, ReasonCode.ALL_STEPS_TAKEN, reason, Review.nextOn(lastOn, today));
        } else {
            DueStep next = requireNonNull(ladder.due(s, nextOn), "a step comes due on the next day");
            return waiting(s, ReasonCode.NOT_YET, Phrase.step(next, " follows on ", s), nextOn);
        }
    }

    private Decision waiting(Situation s, ReasonCode code, String reason, LocalDate nextOn) {
        return new Decision(Action.WAIT, ladder.reached(s), ladder.taken(s), code, reason, nextOn);
    }

    private Decision taking(Situation s, DueStep due, LocalDate today) {
        Step step = due.step();
        String reason = Phrase.step(due, " on ", s);
        return switch (step.channel()) {
            case CALL -> forPerson(step, ReasonCode.CALL_DUE, reason, due, today);
            case PROPOSAL -> forPerson(step, ReasonCode.PROPOSAL_DUE, proposal(s, due), due, today);
            case MAIL, LETTER, PORTAL, SMS -> writing(s, due, reason, today);
            case ACCOUNTING -> throw new IllegalStateException(step.name() + " is accounting's and never due");
        };
    }

    /** What the house cannot send, or must not by itself, is somebody's to do. */
    private Decision writing(Situation s, DueStep due, String reason, LocalDate today) {
        Step step = due.step();
        if (step.release() == Step.Release.MANUAL) {
            return forPerson(step, ReasonCode.MANUAL_STEP, reason, due, today);
        }
        if (step.channel() == Channel.PORTAL && !ways.contains(Way.PORTAL)) {
            return forPerson(step, ReasonCode.PORTAL_DUE, reason, due, today);
        } else if (step.channel() == Channel.SMS && !ways.contains(Way.SMS)) {
            return forPerson(step, ReasonCode.SMS_DUE, reason, due, today);
        } else {
            return decision(Action.SEND, step, ReasonCode.STEP_DUE, reason, afterSending(s, step, today));
        }
    }

    private static Decision forPerson(Step step, ReasonCode code, String reason, DueStep due, LocalDate today) {
        return decision(Action.CALL, step, code, reason, Review.nextOn(due.on(), today));
    }

    private static Decision decision(Action action, Step step, ReasonCode code, String reason, LocalDate nextOn) {
        return new Decision(action, step.stage(), step.number(), code, reason, nextOn);
    }

    private LocalDate afterSending(Situation s, Step step, LocalDate today) {
        LocalDate next = ladder.nextDay(s.withStepTaken(step.number(), today), today);
        return next == null ? Review.nextOn(today, today) : next;
    }

    private String proposal(Situation s, DueStep due) {
        LocalDate deadline = ladder.deadline(s, requireNonNull(s.lastStepOn(), "a notice was sent before"));
        return due.step().name() + " on " + s.day(due.on()) + "; the deadline of the final notice was "
                + s.day(deadline) + ".";
    }

    private LocalDate lastOn(Situation s) {
        LocalDate lastStepOn = s.lastStepOn();
        return lastStepOn == null ? s.issuedOn() : lastStepOn;
    }

    private List<Planned> plan(Situation s, @Nullable DueStep due, LocalDate today) {
        Map<Integer, LocalDate> ahead = new HashMap<>();
        ladder.ahead(s, today).forEach(next -> ahead.putIfAbsent(next.step().number(), next.on()));
        int taken = ladder.taken(s);
        List<Planned> plan = new ArrayList<>();
        for (Step step : strategy.steps()) {
            LocalDate planned = ladder.planned(step, s).on();
            boolean isDue = due != null && due.step().equals(step);
            LocalDate on = step.number() == taken && !isDue ? lastOn(s) : ahead.getOrDefault(step.number(), planned);
            State state = isDue ? State.DUE : state(step.number(), taken, ahead.keySet());
            plan.add(new Planned(step, on, state));
        }
        return plan;
    }

    private static State state(int number, int taken, Set<Integer> ahead) {
        if (number <= taken) {
            return number == taken ? State.TAKEN : State.PASSED;
        } else {
            return ahead.contains(number) ? State.PLANNED : State.LEFT_OUT;
        }
    }
}
