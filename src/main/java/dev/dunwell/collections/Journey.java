package dev.dunwell.collections;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an invoice came through its stages, beyond the steps taken: what proves its delivery, how its inquiry ended, what
 * a person vouched for. Facts only.
 *
 * @param received the best evidence that it arrived
 * @param receivedOn the day of that evidence, null for none
 * @param inquiredOn the day of its first inquiry
 * @param closing how the inquiry ended last
 * @param answers what people answered to the questions before pressure, the last answer to each
 * @param deadlineOn the last day its final notice gave
 * @param leftBehind the number of the highest step recorded as left out, 0 for none
 * @param isOwnFault whether no reminder reached them before the due date although nothing of theirs stopped it
 * @param lacksOrder whether the customer demands an order reference and the invoice has none
 * @param decidedUnder the version of a strategy under which it was decided last, 0 for what ships
 */
public record Journey(
        Grade received,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate inquiredOn,
        @Nullable Closing closing,
        Map<PressureQuestion, Answered> answers,
        @Nullable LocalDate deadlineOn,
        int leftBehind,
        boolean isOwnFault,
        boolean lacksOrder,
        long decidedUnder) {

    /** Received, and nothing else is known. */
    public static final Journey CLEAR =
            new Journey(Grade.ACCEPTED, null, null, null, Map.of(), null, 0, false, false, 0);

    /**
     * How an inquiry ended.
     *
     * @param reason the code of a late reason, {@code no_answer} when none came
     * @param doubts what the reason puts in question, null when nothing
     * @param agreedBy who is to act, and {@code agreedOn} until when; null without an answer
     * @param isDone whether what was agreed is done
     */
    public record Closing(
            String reason,
            @Nullable PressureQuestion doubts,
            @Nullable Side agreedBy,
            @Nullable LocalDate agreedOn,
            LocalDate closedOn,
            boolean isDone) {

        public boolean isAnswered() {
            return !reason.equals(LateReason.NO_ANSWER);
        }

        /**
         * Whether what was agreed is still to come: theirs until its day has passed, ours until we say that it is done.
         */
        public boolean isAwaited(LocalDate today) {
            return agreedOn != null && !isDone && (agreedBy == Side.WE || !today.isAfter(agreedOn));
        }
    }

    /** Who is to do what was agreed. */
    public enum Side {
        THEY,
        WE
    }

    /** A person's answer to a question before pressure. */
    public record Answered(boolean isSo, LocalDate on) {}

    /** The same after a step of a day; a letter that left counts as accepted where it went. */
    Journey stepped(Step step, LocalDate day, @Nullable LocalDate deadline) {
        boolean isWritten = step.channel().isWritten();
        boolean proves = isWritten && received.compareTo(Grade.ACCEPTED) < 0;
        return new Journey(
                proves ? Grade.ACCEPTED : received,
                isWritten ? day : receivedOn,
                inquiredOn == null && step.stage() == Stage.INQUIRY ? day : inquiredOn,
                closing,
                answers,
                deadline == null ? deadlineOn : deadline,
                leftBehind,
                isOwnFault,
                lacksOrder,
                decidedUnder);
    }

    /** The same once that is decided. */
    Journey decided(Verdict verdict) {
        return new Journey(
                received,
                receivedOn,
                inquiredOn,
                closing,
                answers,
                deadlineOn,
                Math.max(leftBehind, verdict.leftBehind().upTo()),
                isOwnFault,
                lacksOrder,
                verdict.strategy().id());
    }

    /** Whether the inquiry is over; before one, it is not. */
    public boolean isExplained() {
        return closing != null;
    }

    /** The day since which this question has no good answer; null when it has one. */
    @Nullable
    Doubt doubt(PressureQuestion question) {
        Answered answer = answers.get(question);
        LocalDate doubtedOn =
                closing != null && closing.doubts == question && !closing.isDone ? closing.closedOn : null;
        if (answer != null && (doubtedOn == null || !answer.on.isBefore(doubtedOn))) {
            return answer.isSo ? null : new Doubt(answer.on, Doubt.Source.PERSON);
        } else if (doubtedOn != null) {
            boolean cameSince = question == PressureQuestion.RECEIVED && isReceivedAfter(doubtedOn);
            return cameSince ? null : new Doubt(doubtedOn, Doubt.Source.REASON);
        } else {
            boolean unproven = question == PressureQuestion.RECEIVED && received.compareTo(Grade.ENOUGH) < 0;
            return unproven ? new Doubt(null, Doubt.Source.NO_EVIDENCE) : null;
        }
    }

    /** Why a question before pressure is open, in a few words; empty when it is answered well. */
    public String openBecause(PressureQuestion question) {
        Doubt doubt = doubt(question);
        return doubt == null
                ? ""
                : switch (doubt.source()) {
                    case NO_EVIDENCE -> "Nothing shows it yet";
                    case REASON -> "The reason they gave leaves it open";
                    case PERSON -> "A person denied it";
                };
    }

    private boolean isReceivedAfter(LocalDate day) {
        return receivedOn != null && receivedOn.isAfter(day) && received.compareTo(Grade.ENOUGH) >= 0;
    }

    /**
     * Why a question before pressure is open.
     *
     * @param on since when, null where nothing ever answered it
     */
    record Doubt(@Nullable LocalDate on, Source source) {

        /** Where the doubt comes from. */
        enum Source {
            NO_EVIDENCE,
            REASON,
            PERSON
        }
    }
}
