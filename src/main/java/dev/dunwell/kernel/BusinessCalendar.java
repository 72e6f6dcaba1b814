package dev.dunwell.kernel;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The days on which an organisation leaves its customers in peace: its weekend and its country's public holidays.
 *
 * <p>Holidays are those of the whole country, as jollyday knows them, on the day they are observed; holidays of a
 * region and mere observances are working days. Each year is worked out once and never changes afterwards, so that
 * asking a million times is cheap. Safe for many threads.
 */
public final class BusinessCalendar {

    private static final Set<DayOfWeek> SATURDAY_AND_SUNDAY = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final BusinessCalendar EVERY_DAY = new BusinessCalendar("", EnumSet.noneOf(DayOfWeek.class));
    private static final Map<String, BusinessCalendar> BY_COUNTRY = new ConcurrentHashMap<>();

    private final String country;
    private final Set<DayOfWeek> weekend;
    private final Map<Integer, BitSet> quietDaysByYear = new ConcurrentHashMap<>();

    private BusinessCalendar(String country, Set<DayOfWeek> weekend) {
        this.country = country;
        this.weekend = weekend;
    }

    /** No quiet day at all: for customers who may hear from us any day, and for plain arithmetic in tests. */
    public static BusinessCalendar everyDay() {
        return EVERY_DAY;
    }

    /** Saturday, Sunday and the holidays of an ISO 3166 country such as {@code "DE"}; of an unknown one the weekend. */
    public static BusinessCalendar of(String country) {
        String code = known(country);
        return BY_COUNTRY.computeIfAbsent(code, c -> new BusinessCalendar(c, SATURDAY_AND_SUNDAY));
    }

    /** The country's holidays and a weekend of its own; refuses a week without a working day. */
    public static BusinessCalendar of(String country, Set<DayOfWeek> weekend) {
        if (weekend.size() >= DayOfWeek.values().length) {
            throw new IllegalArgumentException("a weekend of seven days leaves no working day; leave one out");
        }
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        days.addAll(weekend);
        return new BusinessCalendar(known(country), days);
    }

    public boolean isQuiet(LocalDate day) {
        return quietDays(day.getYear()).get(day.getDayOfYear());
    }

    /** The day itself when it is a working day, else the next one. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate working = day;
        while (isQuiet(working)) {
            working = working.plusDays(1);
        }
        return working;
    }

    /** The day itself when it is a working day, else the one before. */
    public LocalDate onOrBefore(LocalDate day) {
        LocalDate working = day;
        while (isQuiet(working)) {
            working = working.minusDays(1);
        }
        return working;
    }

    /** The working day so many of them after the given day, or before it when negative; the day itself for none. */
    public LocalDate plusWorkingDays(LocalDate day, int workingDays) {
        LocalDate at = day;
        for (int i = 0; i < Math.abs(workingDays); i++) {
            at = workingDays < 0 ? onOrBefore(at.minusDays(1)) : onOrAfter(at.plusDays(1));
        }
        return at;
    }

    private static String known(String country) {
        String code = country.toUpperCase(Locale.ROOT);
        return HolidayManager.getSupportedCalendarCodes().contains(code) ? code : "";
    }

    private BitSet quietDays(int year) {
        BitSet known = quietDaysByYear.get(year);
        return known != null ? known : quietDaysByYear.computeIfAbsent(year, this::workOut);
    }

    private BitSet workOut(int year) {
        BitSet quiet = new BitSet(367);
        LocalDate first = LocalDate.ofYearDay(year, 1);
        for (int day = 1; day <= first.lengthOfYear(); day++) {
            quiet.set(day, weekend.contains(LocalDate.ofYearDay(year, day).getDayOfWeek()));
        }
        if (!country.isEmpty()) {
            // A holiday may be observed across the turn of the year.
            for (int near = year - 1; near <= year + 1; near++) {
                addHolidays(near, year, quiet);
            }
        }
        return quiet;
    }

    private void addHolidays(int of, int year, BitSet quiet) {
        HolidayManager holidays =
                HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
        for (Holiday holiday : holidays.getHolidays(Year.of(of))) {
            LocalDate day = holiday.getDate();
            if (day.getYear() == year && holiday.getType() != HolidayType.OBSERVANCE) {
                quiet.set(day.getDayOfYear());
            }
        }
    }
}
