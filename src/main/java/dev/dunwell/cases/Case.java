package dev.dunwell.cases;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.DeductionCode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A dispute or a question, with who works on it and until when.
 *
 * @param about the invoice; null for a question that concerns the whole customer
 * @param atStake what is disputed or asked about, what was credited of a dispute that ended; null without an invoice
 * @param isPart whether the rest of the invoice is still asked for
 * @param code what is objected to; null for a question
 * @param askedBy who asked; empty when that is not known, and for a dispute
 * @param end null while it is open
 */
public record Case(
        Kind kind,
        long id,
        Whose whose,
        @Nullable About about,
        @Nullable Money atStake,
        boolean isPart,
        @Nullable DeductionCode code,
        String text,
        String askedBy,
        LocalDate openedOn,
        String author,
        LocalDate dueOn,
        @Nullable Owner owner,
        @Nullable End end) {

    /** What sort of case. */
    public enum Kind {
        DISPUTE("Dispute", "dispute_id"),
        QUESTION("Question", "question_id");

        private final String title;
        private final String column;

        Kind(String title, String column) {
            this.title = title;
            this.column = column;
        }

        public String title() {
            return title;
        }

        /** In the database and in the API, {@code dispute}; its table, too. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The resource below which it is worked on, {@code disputes}. */
        public String resource() {
            return code() + "s";
        }

        /** The column of notes and papers that names it. */
        String column() {
            return column;
        }

        /** When it ends: the column of its table. */
        String endColumn() {
            return this == DISPUTE ? "closed_on" : "answered_on";
        }
    }

    /** The customer. */
    public record Whose(long id, String number, String name) {}

    /** The invoice. */
    public record About(long id, String number) {}

    /** The person who settles it. */
    public record Owner(long id, String name) {}

    /**
     * How it ended.
     *
     * @param outcome settled, credited, rejected or split of a dispute; the answer to a question
     */
    public record End(LocalDate on, String by, String outcome) {}

    public boolean isOpen() {
        return end == null;
    }

    public boolean isDispute() {
        return kind == Kind.DISPUTE;
    }

    /** From the day it was opened to its end, or to the day: what a dispute's cycle time is made of. */
    public long days(LocalDate today) {
        return ChronoUnit.DAYS.between(openedOn, end == null ? today : end.on());
    }

    public boolean isLate(LocalDate today) {
        return end == null && today.isAfter(dueOn);
    }

    /** What it is about in a word or two: {@code quantity short}, {@code dispute}, {@code question}. */
    public String subject() {
        return code == null || code == DeductionCode.OTHER ? kind.code() : code.words();
    }

    public String url() {
        return "/" + kind.resource() + "/" + id;
    }
}
