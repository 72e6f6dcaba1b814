package dev.dunwell.collections;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a customer has paid, as the book knows it on a day. Pure: what it comes to, with the evidence in words.
 *
 * @param since the day of the first invoice, null when there is none
 * @param settled invoices of the last 365 days that were paid
 * @param late how many of those were paid late, see {@link Thresholds#lateAfterDays}
 * @param overdue invoices that are open after their due date now
 */
public record Conduct(@Nullable LocalDate since, int settled, int late, int overdue) {

    /** Nothing is known. */
    public static final Conduct UNKNOWN = new Conduct(null, 0, 0, 0);

    /** What conduct comes to; the first that holds is the stronger one. */
    public enum Kind {
        USUALLY_LATE("Usually late"),
        NEW("New"),
        FIRST_TIME_LATE("Late for the first time"),
        LONG_STANDING("Long-standing");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** The name in the database and in the API, {@code usually_late}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What holds for such a customer, as a whole sentence. */
        public String meaning() {
            return switch (this) {
                case USUALLY_LATE ->
                    "At least %d %% of at least %d paid invoices of the last year were paid more than %d days late."
                            .formatted(USUAL.latePercent, USUAL.fewestSettled, USUAL.lateAfterDays);
                case NEW ->
                    "The first invoice is at most %d days old, in a book that goes back at least %d days further."
                            .formatted(USUAL.newDays, USUAL.bookDays);
                case FIRST_TIME_LATE ->
                    "All of at least %d paid invoices of the last year were paid on time, and one is late now."
                            .formatted(USUAL.fewestPunctual);
                case LONG_STANDING ->
                    "The first invoice is at least %d years old, and at most %d %% of the last year's were paid late."
                            .formatted(USUAL.longDays / DAYS_A_YEAR, USUAL.loyalPercent);
            };
        }
    }

    /**
     * From where on conduct counts as what.
     *
     * @param lateAfterDays a payment so many days after the due date, or sooner, is not late
     * @param newDays up to this age of the first invoice a customer is new
     * @param bookDays so much longer must money have been recorded, or nobody can be called new
     * @param latePercent from this share on a customer is usually late, of at least {@code fewestSettled} invoices
     * @param fewestPunctual so many invoices, all on time, make the first late one a surprise
     * @param longDays from this age of the first invoice on a customer is long-standing
     * @param loyalPercent up to this share of late invoices
     */
    public record Thresholds(
            int lateAfterDays,
            int newDays,
            int bookDays,
            int latePercent,
            int fewestSettled,
            int fewestPunctual,
            int longDays,
            int loyalPercent) {}

    public static final Thresholds USUAL = new Thresholds(3, 90, 180, 50, 4, 3, 3 * 365, 20);

    private static final int DAYS_A_YEAR = 365;
    private static final int PERCENT = 100;

    /** One thing that conduct comes to, and why, as the second half of a sentence. */
    public record Finding(Kind kind, String evidence) {}

    /**
     * @param bookSince the day of the first money in the book, null when there is none: a book that begins with open
     *     items only knows nobody's age
     * @return everything that holds, the strongest first
     */
    public List<Finding> findings(Thresholds at, @Nullable LocalDate bookSince, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        if (settled >= at.fewestSettled && late * PERCENT >= settled * at.latePercent) {
            findings.add(new Finding(Kind.USUALLY_LATE, share()));
        }
        if (since != null && isNew(at, since, bookSince, today)) {
            long days = ChronoUnit.DAYS.between(since, today);
            findings.add(new Finding(
                    Kind.NEW,
                    "the first invoice is of %s, %s"
                            .formatted(
                                    Phrase.day(since, today.getYear()),
                                    days == 0 ? "today" : days == 1 ? "a day ago" : days + " days ago")));
        }
        if (settled >= at.fewestPunctual && late == 0 && overdue > 0) {
            findings.add(new Finding(
                    Kind.FIRST_TIME_LATE,
                    "all %d invoices paid within the last year came on time; this is the first time they are late"
                            .formatted(settled)));
        }
        if (since != null && !since.isAfter(today.minusDays(at.longDays)) && isLoyal(at)) {
            findings.add(
                    new Finding(Kind.LONG_STANDING, "they buy since %d, and %s".formatted(since.getYear(), share())));
        }
        return findings;
    }

    private static boolean isNew(Thresholds at, LocalDate since, @Nullable LocalDate bookSince, LocalDate today) {
        return bookSince != null
                && !since.isBefore(today.minusDays(at.newDays))
                && !bookSince.isAfter(since.minusDays(at.bookDays));
    }

    private boolean isLoyal(Thresholds at) {
        return settled >= at.fewestPunctual && late * PERCENT <= settled * at.loyalPercent;
    }

    private String share() {
        return late == 0
                ? "none of %d invoices of the last year was paid late".formatted(settled)
                : "%d of %d invoices of the last year %s paid late"
                        .formatted(late, settled, late == 1 ? "was" : "were");
    }
}
