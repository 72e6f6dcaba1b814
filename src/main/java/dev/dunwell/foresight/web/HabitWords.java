package dev.dunwell.foresight.web;

import dev.dunwell.foresight.learning.Habit;
import dev.dunwell.foresight.learning.Habit.Drift;
import dev.dunwell.foresight.learning.Habit.Rhythm;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A payment habit in words, each sentence with the figures it rests on. */
final class HabitWords {

    private HabitWords() {}

    static List<String> evidence(Habit habit) {
        List<String> words = new ArrayList<>();
        if (habit.settled() + habit.open() == 0) {
            words.add("No invoice in the last three years.");
            return words;
        }
        words.add(timeToPay(habit));
        if (habit.due() > 0) {
            words.add("%d of %d invoices that fell due were paid late or are overdue (%d %%)."
                    .formatted(habit.late(), habit.due(), (100 * habit.late() + habit.due() / 2) / habit.due()));
        }
        words.addAll(rhythm(habit));
        Drift drift = habit.drift();
        if (drift != null) {
            words.add("Pays %s than before: %s for the last %d invoices, %s earlier%s."
                    .formatted(
                            drift.recent() > drift.earlier() ? "later" : "sooner",
                            days(drift.recent()),
                            drift.count(),
                            days(drift.earlier()),
                            chance(drift.oneIn())));
        }
        return words;
    }

    private static String timeToPay(Habit habit) {
        String counted = habit.open() == 0
                ? ""
                : " %s open %s as long as %s been open."
                        .formatted(
                                habit.open(),
                                habit.open() == 1 ? "one counts" : "ones count",
                                habit.open() == 1 ? "it has" : "they have");
        Integer median = habit.medianDays();
        return median == null
                ? "%d paid, %d open: too little is paid to tell how long it takes."
                        .formatted(habit.settled(), habit.open())
                : "Half of its invoices are paid within %s of issue, seen over %d paid ones.%s"
                        .formatted(days(median), habit.settled(), counted);
    }

    private static List<String> rhythm(Habit habit) {
        List<String> words = new ArrayList<>();
        Rhythm weekday = habit.weekday();
        Rhythm month = habit.monthDays();
        if (weekday != null) {
            words.add("Pays on %ss: %s"
                    .formatted(
                            DayOfWeek.of(weekday.first()).getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                            hits(weekday)));
        }
        if (month != null) {
            words.add("Pays from the %s to the %s of the month: %s"
                    .formatted(ordinal(month.first()), ordinal(month.last()), hits(month)));
        }
        if (weekday == null && month == null && habit.settled() > 0) {
            words.add("No weekday and no days of the month stand out beyond chance.");
        }
        return words;
    }

    private static String hits(Rhythm rhythm) {
        return "%d of %d paying days%s.".formatted(rhythm.hits(), rhythm.of(), chance(rhythm.oneIn()));
    }

    private static String chance(int oneIn) {
        return String.format(Locale.ROOT, "; by chance less than once in %,d", oneIn);
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String ordinal(int number) {
        boolean isTeen = number > 10 && number < 14;
        return number
                + (isTeen
                        ? "th"
                        : switch (number % 10) {
                            case 1 -> "st";
                            case 2 -> "nd";
                            case 3 -> "rd";
                            default -> "th";
                        });
    }
}
