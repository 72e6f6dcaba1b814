package dev.dunwell.collections;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The words of reasons: plain English, the same for every reader. Pages and letters write in the reader's language. */
final class Phrase {

    private static final String[] WEEKDAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private Phrase() {}

    /** {@code Fri 27 Nov}, with the year when it is not the expected one. By hand: a formatter is ten times slower. */
    static String day(LocalDate day, int expectedYear) {
        String text = WEEKDAYS[day.getDayOfWeek().getValue() - 1] + " " + day.getDayOfMonth() + " "
                + MONTHS[day.getMonthValue() - 1];
        return day.getYear() == expectedYear ? text : text + " " + day.getYear();
    }

    /** {@code 1,200.00 EUR}. */
    static String amount(Money money) {
        return money.inWords();
    }

    /** {@code Inquiry on Mon 6 May, 3 days after the due date}. */
    static String step(DueStep due, String verb, Situation s) {
        boolean fromIssue = due.step().anchor() == Step.Anchor.ISSUE;
        LocalDate anchor = fromIssue ? s.issuedOn() : s.dueOn();
        long days = ChronoUnit.DAYS.between(anchor, due.on());
        String distance = days == 0
                ? ""
                : Math.abs(days) + (Math.abs(days) == 1 ? " day " : " days ") + (days < 0 ? "before " : "after ");
        return due.step().name() + verb + s.day(due.on()) + ", " + distance
                + (fromIssue ? "the issue date." : "the due date.");
    }

    /** Ends a text written by a person as a sentence, whether or not it already has its full stop. */
    static String sentence(String text) {
        String trimmed = text.strip();
        return trimmed.endsWith(".") || trimmed.endsWith("!") || trimmed.endsWith("?") ? trimmed : trimmed + ".";
    }
}
