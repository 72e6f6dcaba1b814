package dev.dunwell.foresight.learning;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When in the year a customer buys, when it pays, and how that compares with others of its kind. Only whole years
 * count, so that no month counts more often than another.
 *
 * @param months the last two years at most, the oldest first
 * @param buying three months in which it buys more than chance; null where there are none
 * @param paying the same of the days on which it pays
 * @param slow three months whose invoices it pays at another pace; null where there are none
 * @param peers when others of its kind buy; null where they have no season or there are none
 * @param lagDays from purchase to payment, the mean weighted by amount; null where nothing is settled
 */
public record Season(
        List<Month> months,
        @Nullable Peak buying,
        @Nullable Peak paying,
        @Nullable Slow slow,
        @Nullable Peak peers,
        @Nullable Integer lagDays) {

    private static final int MONTHS = 12;
    private static final int WINDOW = 3;
    private static final int MOST_MONTHS = 24;
    private static final int LEAST = 16;
    private static final int LEAST_IN_WINDOW = 5;
    private static final int LEAST_DAYS = 3;
    /** The binomial tail is counted out; beyond so many it underflows. */
    private static final int MOST_TRIES = 1000;

    private static final Bought NOTHING = new Bought(0, 0);
    private static final double SIGNIFICANT = 0.01;
    /** Many invoices make every trifle significant: a season is at least half more than its share. */
    private static final double MUCH = 1.5;

    /** How many invoices were issued in a month, and for how much. */
    public record Bought(int invoices, long minor) {}

    /**
     * A month.
     *
     * @param bought minor units issued in it, {@code paid} settled in it; of all currencies alike
     * @param cycle what others of its kind bought, in percent of their usual month; 0 where there are none
     */
    public record Month(YearMonth month, long bought, long paid, int cycle) {}

    /**
     * Three months of the year that stand out: an exact binomial test against a quarter, times the twelve choices there
     * were (Bonferroni), and at least half more than a quarter.
     *
     * @param first the first of them, from 1 for January
     * @param hits of {@code of} that fall into them
     * @param oneIn by chance alone it looks like this once in so many times, at most
     */
    public record Peak(int first, int hits, int of, int oneIn) {

        /** Months from this peak to another, from 0 to 11. */
        public int monthsTo(Peak other) {
            return (other.first - first + MONTHS) % MONTHS;
        }
    }

    /**
     * Three months whose invoices take another time, by the test of Mann and Whitney, times the twelve choices; at
     * least three days apart in the median.
     *
     * @param inside the median days to pay of their invoices, {@code outside} of the others
     */
    public record Slow(int first, int inside, int outside, int oneIn) {}

    /**
     * @param own of one customer
     * @param others what customers of its kind bought, by month
     * @param day what the bills say of it and later is not looked at
     */
    public static Season of(List<Bill> own, Map<YearMonth, Bought> others, LocalDate day) {
        YearMonth last = YearMonth.from(day).minusMonths(1);
        List<Bill> known =
                own.stream().filter(bill -> bill.issuedOn().isBefore(day)).toList();
        YearMonth first = last.minusMonths(whole(known, last) - 1L);
        Predicate<LocalDate> counts = date ->
                !YearMonth.from(date).isBefore(first) && !YearMonth.from(date).isAfter(last);
        List<Bill> bought =
                known.stream().filter(bill -> counts.test(bill.issuedOn())).toList();
        List<Bill> settled =
                bought.stream().filter(bill -> bill.isSettledBefore(day)).toList();
        return new Season(
                months(known, others, last, day),
                peak(byMonth(bought.stream().map(Bill::issuedOn))),
                peak(byMonth(known.stream()
                        .filter(bill -> bill.isSettledBefore(day))
                        .map(bill -> Objects.requireNonNull(bill.settledOn()))
                        .filter(counts)
                        .distinct())),
                slow(settled),
                peak(byMonth(others, first, last)),
                lag(settled));
    }

    /** Months of whole years behind the last full month, at most three years; 0 where there is not one. */
    private static int whole(List<Bill> known, YearMonth last) {
        return known.stream()
                .map(bill -> YearMonth.from(bill.issuedOn()))
                .min(Comparator.naturalOrder())
                .map(oldest -> Math.toIntExact(oldest.until(last.plusMonths(1), java.time.temporal.ChronoUnit.MONTHS)))
                .map(months -> Math.max(0, months) / MONTHS * MONTHS)
                .orElse(0);
    }

    private static List<Month> months(List<Bill> own, Map<YearMonth, Bought> others, YearMonth last, LocalDate day) {
        List<YearMonth> months = IntStream.range(0, MOST_MONTHS)
                .mapToObj(back -> last.minusMonths(MOST_MONTHS - 1L - back))
                .toList();
        double usual = months.stream()
                .mapToLong(month -> others.getOrDefault(month, NOTHING).minor)
                .average()
                .orElse(0);
        List<Month> told = new ArrayList<>();
        for (YearMonth month : months) {
            long cycle = usual == 0 ? 0 : Math.round(100 * others.getOrDefault(month, NOTHING).minor / usual);
            Stream<Bill> settled = own.stream().filter(bill -> bill.isSettledBefore(day));
            told.add(new Month(
                    month,
                    in(own, Bill::issuedOn, month),
                    in(settled.toList(), bill -> Objects.requireNonNull(bill.settledOn()), month),
                    Math.toIntExact(cycle)));
        }
        return told;
    }

    private static long in(List<Bill> bills, Function<Bill, LocalDate> when, YearMonth month) {
        return bills.stream()
                .filter(bill -> YearMonth.from(when.apply(bill)).equals(month))
                .mapToLong(Bill::minor)
                .sum();
    }

    private static int[] byMonth(Stream<LocalDate> days) {
        int[] counts = new int[MONTHS];
        days.forEach(day -> counts[day.getMonthValue() - 1]++);
        return counts;
    }

    private static int[] byMonth(Map<YearMonth, Bought> others, YearMonth first, YearMonth last) {
        int[] counts = new int[MONTHS];
        others.forEach((month, bought) -> {
            if (!month.isBefore(first) && !month.isAfter(last)) {
                counts[month.getMonthValue() - 1] += bought.invoices;
            }
        });
        return counts;
    }

    private static @Nullable Peak peak(int[] counts) {
        return IntStream.rangeClosed(1, MONTHS)
                .mapToObj(first -> peak(first, counts))
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Peak::hits))
                .orElse(null);
    }

    private static @Nullable Peak peak(int first, int[] counts) {
        int of = IntStream.of(counts).sum();
        int hits = IntStream.range(0, WINDOW)
                .map(month -> counts[(first - 1 + month) % MONTHS])
                .sum();
        double share = (double) WINDOW / MONTHS;
        int tries = Math.min(of, MOST_TRIES);
        double chance = of < LEAST ? 1 : MONTHS * Chances.atLeast((int) ((long) hits * tries / of), tries, share);
        return chance < SIGNIFICANT && hits >= MUCH * share * of
                ? new Peak(first, hits, of, Chances.oneIn(chance))
                : null;
    }

    private static @Nullable Slow slow(List<Bill> settled) {
        return IntStream.rangeClosed(1, MONTHS)
                .mapToObj(first -> slow(first, settled))
                .filter(Objects::nonNull)
                .max(Comparator.comparing(it -> Math.abs(it.inside - it.outside)))
                .orElse(null);
    }

    private static @Nullable Slow slow(int first, List<Bill> settled) {
        int[] inside = days(settled.stream().filter(bill -> isIn(first, bill.issuedOn())));
        int[] outside = days(settled.stream().filter(bill -> !isIn(first, bill.issuedOn())));
        if (inside.length < LEAST_IN_WINDOW || outside.length < LEAST_IN_WINDOW) {
            return null;
        }
        double chance = MONTHS * Chances.alike(inside, outside);
        int one = inside[inside.length / 2];
        int other = outside[outside.length / 2];
        return chance < SIGNIFICANT && Math.abs(one - other) >= LEAST_DAYS
                ? new Slow(first, one, other, Chances.oneIn(chance))
                : null;
    }

    private static int[] days(Stream<Bill> bills) {
        return bills.mapToInt(Bill::daysToPay).sorted().toArray();
    }

    private static @Nullable Integer lag(List<Bill> settled) {
        double minor = settled.stream().mapToDouble(Bill::minor).sum();
        double days = settled.stream()
                .mapToDouble(bill -> (double) bill.minor() * bill.daysToPay())
                .sum();
        return minor == 0 ? null : Integer.valueOf((int) Math.round(days / minor));
    }

    private static boolean isIn(int first, LocalDate date) {
        return (date.getMonthValue() - first + MONTHS) % MONTHS < WINDOW;
    }
}
