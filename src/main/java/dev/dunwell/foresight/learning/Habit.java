package dev.dunwell.foresight.learning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How one customer pays, as known when a day begins. What is still open counts as long as it has been open, so that who
 * does not pay is not flattered.
 *
 * @param settled invoices settled
 * @param open invoices open
 * @param due invoices that were settled or whose due day is past
 * @param late of these, settled after it or still open
 * @param medianDays by Kaplan and Meier, the days after which half of the invoices are settled; null where fewer than
 *     three are settled or half are not
 * @param weekday a weekday on which it pays more often than chance; null where there is none
 * @param monthDays five days of the month, around its end too, in which it pays more often than chance
 * @param drift whether it pays otherwise lately than before
 */
public record Habit(
        int settled,
        int open,
        int due,
        int late,
        @Nullable Integer medianDays,
        @Nullable Rhythm weekday,
        @Nullable Rhythm monthDays,
        @Nullable Drift drift) {

    private static final int LEAST_SETTLED = 3;
    private static final int LEAST_DAYS = 8;
    private static final int MOST_DAYS = 300;
    private static final int LEAST_FOR_DRIFT = 15;
    private static final int MOST_RECENT = 20;
    private static final int LEAST_DRIFT = 3;
    /** After correction for the number of days and windows that were tried. */
    private static final double SIGNIFICANT = 0.01;

    private static final int WINDOW = 5;
    private static final int LONGEST_MONTH = 31;
    private static final double USUAL_MONTH = 30.44;

    /**
     * Days that stand out: an exact binomial test of how many paying days fall on them, times the number of choices
     * there were (Bonferroni). Several invoices settled on one day are one paying day.
     *
     * @param first a weekday from 1 for Monday, or a day of the month
     * @param last the same for a weekday; a day of the next month where it is before the first
     * @param hits paying days on them
     * @param of paying days
     * @param oneIn by chance alone it looks like this once in so many times, at most
     */
    public record Rhythm(int first, int last, int hits, int of, int oneIn) {}

    /**
     * The latest third of the settled invoices against those before, from five to twenty of them, by the test of Mann
     * and Whitney (1947) with ties, two-sided; at least three days apart in the median.
     *
     * @param earlier the median days to pay of the earlier ones
     * @param recent the median days to pay of the latest
     * @param count how many those are
     */
    public record Drift(int earlier, int recent, int count, int oneIn) {}

    /** @param bills of one customer; what they say of the day and later is not looked at */
    public static Habit of(List<Bill> bills, LocalDate day) {
        List<Bill> known = bills.stream()
                .filter(bill -> bill.issuedOn().isBefore(day))
                .sorted(Comparator.comparing(Bill::issuedOn))
                .toList();
        List<Bill> settled =
                known.stream().filter(bill -> bill.isSettledBefore(day)).toList();
        List<Bill> overdue = known.stream()
                .filter(bill -> bill.isOpenOn(day) && bill.dueOn().plusDays(1).isBefore(day))
                .toList();
        int late = (int) settled.stream().filter(Bill::isLate).count();
        List<LocalDate> days = payingDays(settled);
        return new Habit(
                settled.size(),
                known.size() - settled.size(),
                settled.size() + overdue.size(),
                late + overdue.size(),
                median(known, settled.size(), day),
                weekday(days),
                monthDays(days),
                drift(settled));
    }

    private static @Nullable Integer median(List<Bill> known, int settled, LocalDate day) {
        List<Survival.Span> spans = known.stream()
                .map(bill -> bill.isSettledBefore(day)
                        ? new Survival.Span(bill.daysToPay(), true)
                        : new Survival.Span(Bill.days(bill.issuedOn(), day), false))
                .toList();
        double longest = spans.stream()
                .filter(Survival.Span::hasEnded)
                .mapToDouble(Survival.Span::length)
                .max()
                .orElse(0);
        double median = settled < LEAST_SETTLED
                ? Double.POSITIVE_INFINITY
                : Survival.of(spans).quantile(0.5, Double.NEGATIVE_INFINITY);
        return median > longest ? null : Integer.valueOf((int) Math.round(median));
    }

    private static List<LocalDate> payingDays(List<Bill> settled) {
        List<LocalDate> days = settled.stream()
                .map(bill -> Objects.requireNonNull(bill.settledOn()))
                .distinct()
                .sorted()
                .toList();
        return days.subList(Math.max(0, days.size() - MOST_DAYS), days.size());
    }

    private static @Nullable Rhythm weekday(List<LocalDate> days) {
        List<Integer> working = days.stream()
                .map(day -> day.getDayOfWeek().getValue())
                .filter(day -> day <= 5)
                .toList();
        return IntStream.rangeClosed(1, 5)
                .mapToObj(weekday -> rhythm(
                        weekday,
                        weekday,
                        (int) working.stream().filter(it -> it == weekday).count(),
                        working.size(),
                        1 / 5.0,
                        5))
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Rhythm::hits))
                .orElse(null);
    }

    private static @Nullable Rhythm monthDays(List<LocalDate> days) {
        return IntStream.rangeClosed(1, LONGEST_MONTH)
                .mapToObj(first -> rhythm(
                        first,
                        (first + WINDOW - 2) % LONGEST_MONTH + 1,
                        (int) days.stream()
                                .filter(day -> (day.getDayOfMonth() - first + LONGEST_MONTH) % LONGEST_MONTH < WINDOW)
                                .count(),
                        days.size(),
                        WINDOW / USUAL_MONTH,
                        LONGEST_MONTH))
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Rhythm::hits))
                .orElse(null);
    }

    private static @Nullable Rhythm rhythm(int first, int last, int hits, int of, double share, int choices) {
        double chance = of < LEAST_DAYS ? 1 : choices * Chances.atLeast(hits, of, share);
        return chance < SIGNIFICANT ? new Rhythm(first, last, hits, of, Chances.oneIn(chance)) : null;
    }

    private static @Nullable Drift drift(List<Bill> settled) {
        if (settled.size() < LEAST_FOR_DRIFT) {
            return null;
        }
        int count = Math.min(MOST_RECENT, settled.size() / 3);
        int[] days = settled.stream().mapToInt(Bill::daysToPay).toArray();
        int[] earlier = IntStream.of(days).limit(days.length - count).toArray();
        int[] recent = IntStream.of(days).skip(days.length - count).toArray();
        double chance = Chances.alike(earlier, recent);
        int before = median(earlier);
        int now = median(recent);
        return chance < SIGNIFICANT && Math.abs(now - before) >= LEAST_DRIFT
                ? new Drift(before, now, count, Chances.oneIn(chance))
                : null;
    }

    private static int median(int[] numbers) {
        int[] sorted = IntStream.of(numbers).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
