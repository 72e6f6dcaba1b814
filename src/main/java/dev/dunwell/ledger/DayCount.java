package dev.dunwell.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * How days become a share of a year, or of a month. A rate per month is twelve times as much per year, and the other
 * way round; interest is simple.
 *
 * <p>A share is counted in {@link #YEAR} parts of a year, a number that 360, 365 and 366 divide, so that nothing is
 * rounded before the end.
 */
public enum DayCount {
    ACTUAL_365("actual/365", "the calendar days, each 1/365 of the yearly rate, also in leap years"),
    ACTUAL_360("actual/360", "the calendar days, each 1/360 of the yearly rate"),
    THIRTY_360("30/360", "months of 30 days and years of 360 (30E/360: a 31st counts as the 30th)"),
    ACTUAL_ACTUAL("actual/actual", "the calendar days, each 1/365 of the yearly rate, in leap years 1/366"),
    MONTH_STARTED("per month started", "the monthly rate in full for each month begun since the due date"),
    MONTH_PRO_RATA("per month, pro rata", "the monthly rate times the calendar days, divided by 30");

    /** Parts of a year: the least common multiple of 360, 365 and 366. */
    public static final long YEAR = 1_603_080;

    private static final long MONTH = YEAR / 12;

    private final String title;
    private final String meaning;

    DayCount(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    public String title() {
        return title;
    }

    /** What exactly is counted, for people. */
    public String meaning() {
        return meaning;
    }

    /** In the database and in forms, {@code actual_365}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DayCount ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /**
     * The share of a year from the first to the last day, both counted, in parts of {@link #YEAR}. Of months started
     * the first day begins the first month.
     */
    public long parts(LocalDate first, LocalDate last) {
        LocalDate before = first.minusDays(1);
        long days = ChronoUnit.DAYS.between(before, last);
        return switch (this) {
            case ACTUAL_365 -> days * (YEAR / 365);
            case ACTUAL_360, MONTH_PRO_RATA -> days * (YEAR / 360);
            case THIRTY_360 -> (thirties(last) - thirties(before)) * (YEAR / 360);
            case ACTUAL_ACTUAL -> yearShare(last) - yearShare(before);
            case MONTH_STARTED -> days == 0 ? 0 : (ChronoUnit.MONTHS.between(first, last) + 1) * MONTH;
        };
    }

    private static long thirties(LocalDate day) {
        return day.getYear() * 360L + day.getMonthValue() * 30L + Math.min(day.getDayOfMonth(), 30);
    }

    private static long yearShare(LocalDate day) {
        return day.getYear() * YEAR + day.getDayOfYear() * (YEAR / day.lengthOfYear());
    }
}
