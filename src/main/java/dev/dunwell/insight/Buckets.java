package dev.dunwell.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ages by which open items are told apart: every age in days is in exactly one bucket.
 *
 * @param lastDays the last day of each bucket but the open-ended last one, ascending: 30, 60, 90
 */
public record Buckets(Basis basis, List<Integer> lastDays) {

    /** 30, 60 and 90 days (glossary, section 2). */
    public static final List<Integer> USUAL = List.of(30, 60, 90);

    private static final int MOST = 8;

    /** @throws IllegalArgumentException when the days do not ascend from one, or are more than eight */
    public Buckets {
        lastDays = List.copyOf(lastDays);
        int before = 0;
        for (int day : lastDays) {
            if (day <= before) {
                throw new IllegalArgumentException("the days of buckets ascend from 1: " + lastDays);
            }
            before = day;
        }
        if (lastDays.isEmpty() || lastDays.size() > MOST) {
            throw new IllegalArgumentException("there are one to eight buckets with an end: " + lastDays);
        }
    }

    public static Buckets usual(Basis basis) {
        return new Buckets(basis, USUAL);
    }

    /** The youngest first: not due, 1-30, 31-60, 61-90, 91+; by issue date 0-30 and so on. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        int first = 0;
        if (basis == Basis.DUE) {
            names.add("not due");
            first = 1;
        }
        for (int last : lastDays) {
            names.add(first + "-" + last);
            first = last + 1;
        }
        names.add(first + "+");
        return List.copyOf(names);
    }

    /** The first age of each bucket but the youngest, for {@code width_bucket}. */
    Integer[] firstAges() {
        List<Integer> ages = new ArrayList<>();
        if (basis == Basis.DUE) {
            ages.add(1);
        }
        lastDays.forEach(last -> ages.add(last + 1));
        return ages.toArray(Integer[]::new);
    }

    /** From a day to a day, both included; null: without end. */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {}

    /** Which due or issue dates are in a bucket as of a day; 0 is the youngest. */
    public Days days(int bucket, LocalDate asOf) {
        Integer[] ages = firstAges();
        return new Days(
                bucket == ages.length ? null : asOf.minusDays(ages[bucket] - 1L),
                bucket == 0 ? null : asOf.minusDays(ages[bucket - 1]));
    }

    int count() {
        return firstAges().length + 1;
    }
}
