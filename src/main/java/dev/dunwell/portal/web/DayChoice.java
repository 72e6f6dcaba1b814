package dev.dunwell.portal.web;

import dev.dunwell.portal.DoorWords;
import dev.dunwell.reach.PreferredDay;
import dev.dunwell.reach.PreferredDay.Every;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A day to be reminded on as a list offers it.
 *
 * @param code {@code w1} for Mondays, {@code m15} for the fifteenth; empty for any day
 */
public record DayChoice(String code, String title) {

    private static final int WORKING_DAYS = 5;
    private static final int LAST_OF_EVERY_MONTH = 28;

    /** Any day, the working days, the days that every month has. */
    static List<DayChoice> all(DoorWords words) {
        List<DayChoice> all = new ArrayList<>();
        all.add(new DayChoice("", words.word("wishes.day.any")));
        Locale locale = Locale.forLanguageTag(words.language());
        for (int day = 1; day <= WORKING_DAYS; day++) {
            String name = DayOfWeek.of(day).getDisplayName(TextStyle.FULL, locale);
            all.add(new DayChoice("w" + day, words.word("wishes.day.week", name)));
        }
        for (int day = 1; day <= LAST_OF_EVERY_MONTH; day++) {
            all.add(new DayChoice("m" + day, words.word("wishes.day.month", Integer.toString(day))));
        }
        return all;
    }

    /** Null for any day, and for what is no day. */
    static @Nullable PreferredDay read(String code) {
        return code.matches("[wm]\\d{1,2}")
                ? new PreferredDay(
                        code.charAt(0) == 'w' ? Every.WEEK : Every.MONTH, Integer.parseInt(code.substring(1)))
                : null;
    }

    /** Whether it is the one that holds. */
    public boolean is(@Nullable PreferredDay day) {
        return day == null ? code.isEmpty() : day.equals(read(code));
    }
}
