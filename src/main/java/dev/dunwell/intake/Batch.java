package dev.dunwell.intake;

import dev.dunwell.access.Actor;
import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.Mapping;
import dev.dunwell.intake.formats.Question;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way in.
 *
 * @param hash where the archive keeps the original
 * @param answers heading → what a person answered to its question
 * @param rowsTotal null until the file was looked at
 * @param layout the export it was recognised as; null when it is none that is known
 * @param leftOut rows of such an export that hold nothing owed: drafts, voided ones, bills of others
 * @param committedBy who said yes; null until somebody did
 * @param failure why it failed; null unless it did
 */
public record Batch(
        long id,
        Kind kind,
        String fileName,
        String hash,
        State state,
        Mapping mapping,
        Map<String, String> answers,
        List<Question> questions,
        List<String> headings,
        boolean skipWrong,
        Counts counts,
        int rowsDone,
        @Nullable Integer rowsTotal,
        @Nullable String layout,
        int leftOut,
        @Nullable Actor committedBy,
        @Nullable String failure,
        String createdBy,
        Instant createdAt) {

    /** How far it has come. */
    public enum State {
        READING,
        NEEDS_MAPPING,
        DRY_RUN,
        COMMITTING,
        COMMITTED,
        FAILED,
        UNDONE;

        /** The name in the database and in the API, {@code needs-mapping}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** How many rows are what beside the book; together they are all rows of the file. */
    public record Counts(int fresh, int changed, int same, int wrong) {

        public static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    /** Whether it moves on by itself, so that looking again is worth it. */
    public boolean isMoving() {
        return state == State.READING || state == State.COMMITTING;
    }
}
