package dev.dunwell.demo;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A world told in dated lines: what happens on which day, one act a line, without conditions or repetitions.
 *
 * <pre>
 * # A part payment lowers what is open.
 * 2026-03-02  customer acme "Acme Ltd"
 *             invoice  INV-1 acme 1000.00 EUR due 2026-03-31
 * 2026-04-06  payment  INV-1 400.00 EUR
 * </pre>
 *
 * <p>A line without a date belongs to the day above it; days only go forward. Text with blanks stands in quotation marks.
 * A line that begins with # is a remark, and the first one is the title.
 *
 * @param file what it is called in the places of its mistakes
 */
public record Story(String file, String title, List<StoryLine> lines) {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|([^\\s\"]+)");
    private static final Pattern DATE = Pattern.compile("\\d[\\d-]*");

    public Story {
        lines = List.copyOf(lines);
    }

    /** @throws StoryMistake at the first line that is not written as a line is */
    public static Story read(String file, String text) {
        List<StoryLine> lines = new ArrayList<>();
        String title = "";
        LocalDate day = null;
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.strip();
            if (line.startsWith("#")) {
                title = title.isEmpty() ? line.substring(1).strip() : title;
            } else if (!line.isEmpty()) {
                StoryLine read = line(file, number, line, day);
                lines.add(read);
                day = read.on();
            }
        }
        return new Story(file, title, lines);
    }

    private static StoryLine line(String file, int number, String text, @Nullable LocalDate day) {
        List<String> words = words(file, number, text);
        LocalDate on = day;
        if (DATE.matcher(words.getFirst()).matches()) {
            on = date(file, number, words.removeFirst());
            if (day != null && on.isBefore(day)) {
                throw new StoryMistake(file, number, on + " is before " + day + " above it; a story goes forward.");
            }
        }
        if (on == null) {
            throw new StoryMistake(file, number, "The first line needs a date, such as 2026-03-02, in front.");
        } else if (words.isEmpty()) {
            throw new StoryMistake(file, number, "Nothing happens on this day; write a verb after the date.");
        }
        return new StoryLine(file, number, on, words.getFirst(), words.subList(1, words.size()), text);
    }

    private static LocalDate date(String file, int number, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new StoryMistake(file, number, text + " is no date; write it as 2026-03-02.");
        }
    }

    private static List<String> words(String file, int number, String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2));
        }
        if (text.chars().filter(c -> c == '"').count() % 2 != 0) {
            throw new StoryMistake(file, number, "A quote is opened and not closed.");
        }
        return words;
    }
}
