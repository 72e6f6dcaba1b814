package dev.dunwell.collections;

import static dev.dunwell.collections.Move.CHECK_DELIVERY;
import static dev.dunwell.collections.Move.CLOSE_INQUIRY;
import static dev.dunwell.collections.Move.CONFIRM;
import static dev.dunwell.collections.Move.ESCALATE;
import static dev.dunwell.collections.Move.GIVE_NOTICE;
import static dev.dunwell.collections.Move.INQUIRE;
import static dev.dunwell.collections.Move.PRESS;
import static dev.dunwell.collections.Move.PROPOSE;
import static dev.dunwell.collections.Move.REMIND;
import static dev.dunwell.collections.Move.SEND;
import static dev.dunwell.collections.Move.SKIP;
import static dev.dunwell.collections.StageMachine.Guard.AFTER_DUE_DATE;
import static dev.dunwell.collections.StageMachine.Guard.ANSWERS_FOR_PRESSURE;
import static dev.dunwell.collections.StageMachine.Guard.BEFORE_DUE_DATE;
import static dev.dunwell.collections.StageMachine.Guard.COMPLETE;
import static dev.dunwell.collections.StageMachine.Guard.DEADLINE_NAMED;
import static dev.dunwell.collections.StageMachine.Guard.DEADLINE_OVER;
import static dev.dunwell.collections.StageMachine.Guard.NONE;
import static dev.dunwell.collections.Station.CONFIRMED;
import static dev.dunwell.collections.Station.ESCALATED;
import static dev.dunwell.collections.Station.EXPLAINED;
import static dev.dunwell.collections.Station.INQUIRING;
import static dev.dunwell.collections.Station.NOTICED;
import static dev.dunwell.collections.Station.PRESSED;
import static dev.dunwell.collections.Station.PROPOSED;
import static dev.dunwell.collections.Station.RECORDED;
import static dev.dunwell.collections.Station.REMINDED;
import static dev.dunwell.collections.Station.SENT;

import dev.dunwell.kernel.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way of an invoice through the six stages: one table of what may follow what, and everything else is refused
 * (R139). Pure. The night and people pass through it alike; money ends the way from anywhere and needs no permission.
 */
public final class StageMachine {

    /** What must be so for a move. */
    public enum Guard {
        NONE,
        COMPLETE,
        BEFORE_DUE_DATE,
        AFTER_DUE_DATE,
        ANSWERS_FOR_PRESSURE,
        DEADLINE_NAMED,
        DEADLINE_OVER
    }

    /** One line of the table. */
    public record Transition(Station from, Move move, Guard guard, Station to) {}

    /** What came of a move. */
    public sealed interface Outcome {

        /** It may be made, and leads there. */
        record Allowed(Station to) implements Outcome {}

        /** It may not; the problem says why and what may be done instead. */
        record Refused(Problem problem) implements Outcome {}
    }

    /** The whole table. */
    public static final List<Transition> TABLE = List.of(
            when(RECORDED, SEND, COMPLETE, SENT),
            when(SENT, CHECK_DELIVERY, BEFORE_DUE_DATE, SENT),
            when(SENT, SEND, COMPLETE, SENT),
            when(SENT, CONFIRM, NONE, CONFIRMED),
            when(SENT, REMIND, BEFORE_DUE_DATE, REMINDED),
            when(SENT, INQUIRE, AFTER_DUE_DATE, INQUIRING),
            when(SENT, SKIP, NONE, SENT),
            when(CONFIRMED, CHECK_DELIVERY, BEFORE_DUE_DATE, CONFIRMED),
            when(CONFIRMED, SEND, COMPLETE, CONFIRMED),
            when(CONFIRMED, CONFIRM, NONE, CONFIRMED),
            when(CONFIRMED, REMIND, BEFORE_DUE_DATE, REMINDED),
            when(CONFIRMED, INQUIRE, AFTER_DUE_DATE, INQUIRING),
            when(CONFIRMED, SKIP, NONE, CONFIRMED),
            when(REMINDED, SEND, COMPLETE, REMINDED),
            when(REMINDED, CONFIRM, NONE, REMINDED),
            when(REMINDED, REMIND, BEFORE_DUE_DATE, REMINDED),
            when(REMINDED, INQUIRE, AFTER_DUE_DATE, INQUIRING),
            when(REMINDED, SKIP, NONE, REMINDED),
            when(INQUIRING, SEND, COMPLETE, INQUIRING),
            when(INQUIRING, CONFIRM, NONE, INQUIRING),
            when(INQUIRING, INQUIRE, AFTER_DUE_DATE, INQUIRING),
            when(INQUIRING, CLOSE_INQUIRY, NONE, EXPLAINED),
            when(INQUIRING, SKIP, NONE, INQUIRING),
            when(EXPLAINED, SEND, COMPLETE, EXPLAINED),
            when(EXPLAINED, CONFIRM, NONE, EXPLAINED),
            when(EXPLAINED, CLOSE_INQUIRY, NONE, EXPLAINED),
            when(EXPLAINED, PRESS, ANSWERS_FOR_PRESSURE, PRESSED),
            when(EXPLAINED, SKIP, NONE, EXPLAINED),
            when(PRESSED, SEND, COMPLETE, PRESSED),
            when(PRESSED, CONFIRM, NONE, PRESSED),
            when(PRESSED, CLOSE_INQUIRY, NONE, PRESSED),
            when(PRESSED, PRESS, ANSWERS_FOR_PRESSURE, PRESSED),
            when(PRESSED, ESCALATE, ANSWERS_FOR_PRESSURE, ESCALATED),
            when(PRESSED, GIVE_NOTICE, DEADLINE_NAMED, NOTICED),
            when(PRESSED, SKIP, NONE, PRESSED),
            when(ESCALATED, SEND, COMPLETE, ESCALATED),
            when(ESCALATED, CONFIRM, NONE, ESCALATED),
            when(ESCALATED, CLOSE_INQUIRY, NONE, ESCALATED),
            when(ESCALATED, ESCALATE, ANSWERS_FOR_PRESSURE, ESCALATED),
            when(ESCALATED, GIVE_NOTICE, DEADLINE_NAMED, NOTICED),
            when(NOTICED, SEND, COMPLETE, NOTICED),
            when(NOTICED, CONFIRM, NONE, NOTICED),
            when(NOTICED, CLOSE_INQUIRY, NONE, NOTICED),
            when(NOTICED, ESCALATE, ANSWERS_FOR_PRESSURE, NOTICED),
            when(NOTICED, GIVE_NOTICE, DEADLINE_NAMED, NOTICED),
            when(NOTICED, PROPOSE, DEADLINE_OVER, PROPOSED),
            when(PROPOSED, SEND, COMPLETE, PROPOSED),
            when(PROPOSED, CONFIRM, NONE, PROPOSED),
            when(PROPOSED, CLOSE_INQUIRY, NONE, PROPOSED),
            when(PROPOSED, ESCALATE, NONE, PROPOSED),
            when(PROPOSED, GIVE_NOTICE, DEADLINE_NAMED, NOTICED));

    private StageMachine() {}

    /** Whether a move may be made from a station, and where it leads. */
    public static Outcome move(Station from, Move move, Circumstances now) {
        for (Transition line : TABLE) {
            if (line.from == from && line.move == move) {
                String hindrance = hindrance(line.guard, now);
                return hindrance.isEmpty()
                        ? new Outcome.Allowed(line.to)
                        : new Outcome.Refused(new Problem(0, "", hindrance));
            }
        }
        return new Outcome.Refused(new Problem(0, "", notFrom(from, move)));
    }

    /**
     * The same for the night, which closes an inquiry that nobody answered on its way to the next stage.
     *
     * @param move made by a step of the ladder
     */
    static Outcome night(Station from, Move move, Circumstances now) {
        boolean closesInquiry = from == INQUIRING && move == PRESS;
        return move(closesInquiry ? EXPLAINED : from, move, now);
    }

    /** The moves that the table knows from a station, whatever their guards say. */
    public static List<Move> from(Station station) {
        return TABLE.stream()
                .filter(line -> line.from == station)
                .map(Transition::move)
                .toList();
    }

    private static Transition when(Station from, Move move, Guard guard, Station to) {
        return new Transition(from, move, guard, to);
    }

    /** Empty when the guard lets pass. */
    private static String hindrance(Guard guard, Circumstances now) {
        return switch (guard) {
            case NONE -> "";
            case COMPLETE ->
                now.missing().isEmpty()
                        ? ""
                        : "The invoice lacks " + list(now.missing().stream()) + ": add it before the invoice is sent.";
            case BEFORE_DUE_DATE ->
                now.today().isAfter(now.dueOn()) ? "The due date has passed: ask why it is late instead." : "";
            case AFTER_DUE_DATE ->
                now.today().isAfter(now.dueOn()) ? "" : "It is not late yet: wait until the day after the due date.";
            case ANSWERS_FOR_PRESSURE -> unanswered(now);
            case DEADLINE_NAMED -> noticeHindrance(now);
            case DEADLINE_OVER -> deadlineHindrance(now.deadlineOn(), now.today());
        };
    }

    private static String noticeHindrance(Circumstances now) {
        return now.deadlineOn() == null ? "A final notice names its deadline: give a day." : unanswered(now);
    }

    private static String unanswered(Circumstances now) {
        return now.unanswered().isEmpty()
                ? ""
                : "It is not shown that " + list(now.unanswered().stream())
                        + ": settle this before pressing for payment.";
    }

    private static String deadlineHindrance(@Nullable LocalDate deadlineOn, LocalDate today) {
        if (deadlineOn == null) {
            return "No final notice gave a deadline: give one first.";
        } else {
            return today.isAfter(deadlineOn)
                    ? ""
                    : "The deadline runs until " + deadlineOn + ": wait until it is over.";
        }
    }

    private static String notFrom(Station from, Move move) {
        List<Move> allowed = from(from);
        String instead = allowed.isEmpty()
                ? "nothing is left to do."
                : "allowed is to " + list(allowed.stream().map(Move::words)) + ".";
        return "The invoice is " + from.words() + ", so one cannot " + move.words() + "; " + instead;
    }

    private static String list(Stream<String> words) {
        return words.collect(Collectors.joining(", "));
    }
}
