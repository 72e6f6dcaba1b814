package dev.dunwell.relations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A question put to one person after an invoice was settled, and what they answered last.
 *
 * @param vendor who asks
 * @param answer null while there is none
 */
public record Survey(
        long id,
        int organisation,
        String vendor,
        String language,
        long customerId,
        String toName,
        String invoice,
        LocalDate askedOn,
        LocalDate closesOn,
        @Nullable Answer answer) {

    /** How long an answer may be changed. */
    public static final int CHANGE_DAYS = 7;

    /** The lowest and the highest score, and from which on one is content (glossary, CSAT). */
    public static final int WORST = 1;

    public static final int BEST = 5;
    public static final int CONTENT = 4;

    /** A score up to this one asks for a person the same day. */
    public static final int LOW = 2;

    /**
     * What was said.
     *
     * @param firstOn the day of the first answer
     */
    public record Answer(int score, String comment, LocalDate firstOn) {}

    /** Whether it may be answered, or its answer changed, on a day. */
    public boolean isOpen(LocalDate today) {
        return answer == null ? !today.isAfter(closesOn) : !today.isAfter(answer.firstOn.plusDays(CHANGE_DAYS));
    }

    /** The last day on which it may be answered or changed. */
    public LocalDate lastDay() {
        return answer == null ? closesOn : answer.firstOn.plusDays(CHANGE_DAYS);
    }
}
