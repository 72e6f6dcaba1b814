package dev.dunwell.stages;

import dev.dunwell.collections.Stage;
import dev.dunwell.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an invoice.
 *
 * @param at when it was written down
 * @param subjectId of what it tells: a message, a contact; 0 for none
 * @param stage it belongs to, null for what can happen in any
 * @param step the number of a step in the strategy, or a delivery grade; 0 for none
 * @param name of the step or of the agency; empty for none and for a step of what ships
 * @param detail what was said, the reason, or the address; may be empty
 * @param state its state or kind in a word; may be empty
 * @param until the day it runs to: a due date, a deadline, the day something is agreed for
 * @param author who did it; empty for a document
 */
public record Happening(
        LocalDate on,
        Instant at,
        Kind kind,
        long subjectId,
        @Nullable Stage stage,
        int step,
        String name,
        String detail,
        String state,
        @Nullable Money amount,
        @Nullable LocalDate until,
        String author) {

    /** What sort of thing. */
    public enum Kind {
        ISSUED,
        STEP,
        SKIPPED,
        EVIDENCE,
        CLOSING,
        DONE,
        ANSWER,
        CONTACT,
        PROMISE,
        DISPUTE,
        HOLD,
        SETTLED,
        /** It went to an agency, or came back from one. */
        PLACED;

        static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public boolean isOf(Kind sort, Stage of) {
        return kind == sort && stage == of;
    }
}
