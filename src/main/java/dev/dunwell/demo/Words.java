package dev.dunwell.demo;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/**
 * The words after a verb, taken one by one. What is missing or makes no sense is a mistake that shows how to write it.
 */
final class Words {

    private final StoryLine line;
    private final String usage;
    private int taken;

    Words(StoryLine line, String usage) {
        this.line = line;
        this.usage = usage;
    }

    boolean hasMore() {
        return taken < line.words().size();
    }

    /** @param what it is called in the usage, {@code NUMBER} */
    String next(String what) {
        if (!hasMore()) {
            throw mistake(what + " is missing.");
        }
        return line.words().get(taken++);
    }

    /** Takes the next word if it is this one. */
    boolean skip(String keyword) {
        boolean isThere = hasMore() && line.words().get(taken).equals(keyword);
        taken += isThere ? 1 : 0;
        return isThere;
    }

    /** Takes a word that has to be there. */
    void expect(String keyword) {
        if (!skip(keyword)) {
            throw mistake("\"" + keyword + "\" is missing.");
        }
    }

    /** The word after a keyword, or the other when the keyword is not there. */
    String after(String keyword, String otherwise) {
        return skip(keyword) ? next(keyword.toUpperCase(Locale.ROOT)) : otherwise;
    }

    int number(String what) {
        String text = next(what);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw mistake(text + " is no number; write " + what + " as 12.");
        }
    }

    Money money() {
        String amount = next("AMOUNT");
        String currency = next("CURRENCY");
        try {
            return Money.of(amount, currency);
        } catch (IllegalArgumentException e) {
            throw mistake(amount + " " + currency + " is no amount; write it as 1200.00 EUR.");
        }
    }

    LocalDate date() {
        String text = next("DATE");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw mistake(text + " is no date; write it as 2026-03-02.");
        }
    }

    LocalDate dateAfter(String keyword, LocalDate otherwise) {
        return skip(keyword) ? date() : otherwise;
    }

    void checkNoneLeft() {
        if (hasMore()) {
            throw mistake("\"" + line.words().get(taken) + "\" makes no sense here.");
        }
    }

    /** The line without the words taken so far. */
    StoryLine rest() {
        List<String> left = line.words().subList(taken, line.words().size());
        return new StoryLine(line.file(), line.number(), line.on(), line.verb(), left, line.text());
    }

    StoryMistake mistake(String what) {
        return line.mistake(what + " Write: " + usage);
    }
}
