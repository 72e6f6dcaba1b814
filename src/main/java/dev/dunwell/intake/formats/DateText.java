package dev.dunwell.intake.formats;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as people and programs write them: {@code 31/01/2024}, {@code 1-31-24}, {@code 31.1.2024},
 * {@code 2024-01-31}, {@code 20240131}, {@code 30-Nov-15}, {@code 30. November 2015}, {@code Nov 30, 2015}. A time of
 * day behind the date is dropped. Two-digit years are those from 1970 to 2069, four-digit ones from 1900 to 2199. One
 * instance reads one value after the other.
 */
final class DateText {

    private static final Map<String, Integer> MONTHS = months("""
            jan january januar jänner janvier janv enero ene gennaio gen janeiro januari
            feb february februar feber février févr fév fevrier fevr febrero febbraio fevereiro fev februari
            mar march märz maerz mrz mär mars marzo março marco maart mrt
            apr april avril avr abril abr aprile
            may mai mayo maggio mag maio mei
            jun june juni juin junio giugno giu junho
            jul july juli juillet juil julio luglio lug julho
            aug august août aout aoû agosto ago augustus
            sep sept september septembre septiembre setiembre settembre set setembro
            oct october oktober okt octobre octubre ottobre ott outubro out
            nov november novembre noviembre novembro
            dec december dezember dez décembre déc decembre diciembre dic dicembre dezembro
            """);

    private static final Set<String> FILLERS = Set.of("de", "del", "of", "st", "nd", "rd", "th", "er");

    private final int[] numbers = new int[3];
    private final int[] digits = new int[3];
    private String text = "";
    private int at;
    private int found;
    private int monthAt;
    private char separator;
    private boolean mixed;

    /** Takes a text apart; false when it is no date in any order. What its numbers mean is asked of {@link #day}. */
    boolean read(String value) {
        text = value;
        at = 0;
        found = 0;
        monthAt = -1;
        separator = 0;
        mixed = false;
        while (found < 3 && part()) {
            skipSeparators();
        }
        return found == 3 && isDate() && isTimeOrNothing();
    }

    /** Whether it means the same in every order: a four-digit year comes first, or the month is named. */
    boolean isPlain() {
        return monthAt >= 0 || digits[0] == 4;
    }

    /** Whether dots stand between the numbers, which is the custom where the day comes first. */
    boolean isDotted() {
        return separator == '.';
    }

    /** One of its three numbers, the first being 0. */
    int number(int place) {
        return numbers[place];
    }

    /** The day it names when its numbers stand in that order; null when there is no such day. */
    @Nullable
    LocalDate day(DateOrder order) {
        if (digits[0] == 4) {
            return date(0, monthAt == 2 ? 2 : 1, monthAt == 2 ? 1 : 2);
        } else if (monthAt >= 0) {
            return date(2, monthAt, 1 - monthAt);
        } else {
            return switch (order) {
                case DAY_FIRST -> date(2, 1, 0);
                case MONTH_FIRST -> date(2, 0, 1);
                case YEAR_FIRST -> digits[2] == 2 ? date(0, 1, 2) : null;
            };
        }
    }

    private @Nullable LocalDate date(int yearAt, int monthAt, int dayAt) {
        if (digits[yearAt] != 2 && digits[yearAt] != 4) {
            return null;
        }
        int century = digits[yearAt] == 4 ? 0 : numbers[yearAt] < 70 ? 2000 : 1900;
        int year = century + numbers[yearAt];
        int month = numbers[monthAt];
        int day = numbers[dayAt];
        boolean exists = year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1;
        return exists && (day <= 28 || YearMonth.of(year, month).isValidDay(day))
                ? LocalDate.of(year, month, day)
                : null;
    }

    /** The next number or name of a month; false when there is none. */
    private boolean part() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        int length = at - from;
        if (length == 0) {
            return word();
        } else if (length == 8 && found == 0) {
            eight(Integer.parseInt(text, from, at, 10));
            return true;
        } else if (length > 4 || length == 3) {
            return false;
        }
        digits[found] = length;
        numbers[found++] = Integer.parseInt(text, from, at, 10);
        return true;
    }

    /** {@code 20240131}, {@code 31012024} or {@code 01312024}: which, the place of the year tells. */
    private void eight(int number) {
        boolean yearFirst = number / 10_000 >= 1900 && number / 10_000 <= 2199;
        numbers[0] = yearFirst ? number / 10_000 : number / 1_000_000;
        numbers[1] = yearFirst ? number / 100 % 100 : number / 10_000 % 100;
        numbers[2] = yearFirst ? number % 100 : number % 10_000;
        digits[0] = yearFirst ? 4 : 2;
        digits[1] = 2;
        digits[2] = yearFirst ? 2 : 4;
        found = 3;
    }

    private boolean word() {
        int from = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        String word = text.substring(from, at).toLowerCase(Locale.ROOT);
        Integer month = MONTHS.get(word);
        if (month == null || monthAt >= 0) {
            return FILLERS.contains(word);
        }
        monthAt = found;
        digits[found] = 2;
        numbers[found++] = month;
        return true;
    }

    private void skipSeparators() {
        if (found == 3) {
            return;
        }
        char first = at < text.length() ? text.charAt(at) : 0;
        mixed |= separator != 0 && separator != first;
        separator = separator == 0 ? first : separator;
        while (at < text.length() && "-/., ".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean isDate() {
        if (monthAt >= 0) {
            return monthAt < 2 || digits[0] == 4;
        } else {
            boolean yearFirst = digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2;
            boolean yearLast = digits[0] <= 2 && digits[1] <= 2 && digits[2] != 1;
            return !mixed && (yearFirst || yearLast);
        }
    }

    private boolean isTimeOrNothing() {
        if (at == text.length()) {
            return true;
        }
        boolean colon = false;
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            colon |= c == ':';
            if ((c < '0' || c > '9') && ":.,+- ZAPMUTCGapm".indexOf(c) < 0) {
                return false;
            }
        }
        return colon && "T, ".indexOf(text.charAt(at)) >= 0;
    }

    private static Map<String, Integer> months(String lines) {
        Map<String, Integer> months = new HashMap<>();
        int month = 1;
        for (String line : lines.split("\n", -1)) {
            for (String name : line.split(" ", -1)) {
                months.put(name, month);
            }
            month++;
        }
        months.remove("");
        return Map.copyOf(months);
    }
}
