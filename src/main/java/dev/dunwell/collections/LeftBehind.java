package dev.dunwell.collections;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of an item that will not be taken any more, each with the reason: overtaken by a later one, or lapsed with
 * the due date. Pure. What had passed before we first looked at the item was never ours to do and has no row.
 *
 * @param upTo the number of the highest step accounted for in this way, 0 for none
 * @param rows those to be written down now
 */
record LeftBehind(int upTo, List<Skip> rows) {

    LeftBehind {
        rows = List.copyOf(rows);
    }

    /**
     * A step left out.
     *
     * @param dueOn the day on which it should have been taken
     * @param code of the reason that stopped it, or one of {@link Cause}
     * @param isExcused whether the cause lay with the customer or the books; else it was ours
     */
    record Skip(Step step, LocalDate dueOn, String code, String reason, boolean isExcused) {}

    /** Why a step was left out that the gate did not stop. */
    enum Cause {
        /** Another step came on the same day or too near. */
        OVERTAKEN,
        /** Its letter was written and did not leave. */
        NOT_SENT,
        /** A call, a letter or a mail was a person's to do. */
        NOT_DONE,
        /** No night ran on its day. */
        NIGHT_MISSED,
        /** A person left it out, with a reason. */
        BY_PERSON
    }

    /**
     * The look at one item on a day.
     *
     * @param stood the decision that stood before and tells why; null at the first look under this strategy
     */
    record Look(Ladder ladder, Situation s, @Nullable Decision stood, LocalDate today) {

        /** What this decision leaves behind. */
        LeftBehind after(Decision decision) {
            int upTo = stood == null ? ladder.taken(s) : Math.max(s.journey().leftBehind(), ladder.taken(s));
            boolean lapsed = today.isAfter(s.dueOn());
            List<Skip> rows = new ArrayList<>();
            for (int number = upTo + 1; number <= ladder.strategy().steps().size(); number++) {
                Step step = ladder.strategy().step(number);
                if (number >= decision.step() && !(lapsed && !step.stage().followsDueDate())) {
                    break;
                }
                upTo = number;
                if (stood != null) {
                    rows.add(skip(step, stood));
                }
            }
            return new LeftBehind(upTo, rows);
        }

        private Skip skip(Step step, Decision stood) {
            LocalDate dueOn = ladder.planned(step, s).on();
            return switch (stood.action()) {
                case HOLD -> new Skip(step, dueOn, stood.code().name(), stood.reason(), isExcuse(stood.code()));
                case SEND -> of(step, dueOn, Cause.NOT_SENT, "Its letter was due and did not leave.");
                case CALL -> of(step, dueOn, Cause.NOT_DONE, "It was due and nobody did it in time.");
                case WAIT ->
                    stood.nextOn().isBefore(today)
                            ? of(step, dueOn, Cause.NIGHT_MISSED, "No night ran on " + s.day(stood.nextOn()) + ".")
                            : of(step, dueOn, Cause.OVERTAKEN, "No day was left for it before the next step.");
            };
        }
    }

    private static Skip of(Step step, LocalDate dueOn, Cause cause, String reason) {
        return new Skip(step, dueOn, cause.name(), reason, cause == Cause.OVERTAKEN);
    }

    /** A step that waited for us was ours to take; one that waited for the customer was rightly left out. */
    private static boolean isExcuse(ReasonCode code) {
        return switch (code) {
            case NO_CONTACT, ADDRESS_BOUNCED, APPROVAL_PENDING, MAIL_ON_HOLD, INCOMPLETE, NOT_ALLOWED -> false;
            default -> true;
        };
    }
}
