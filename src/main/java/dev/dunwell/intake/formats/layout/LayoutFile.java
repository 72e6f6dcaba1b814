package dev.dunwell.intake.formats.layout;

import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.Target;
import dev.dunwell.intake.formats.layout.Layout.Computed;
import dev.dunwell.intake.formats.layout.Layout.Condition;
import dev.dunwell.intake.formats.layout.Layout.Way;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the file of layouts; how it is written is told at its top. What it does not understand stops the start. */
final class LayoutFile {

    private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");
    private static final Pattern PLUS = Pattern.compile("\\s+\\+\\s+");
    private static final Pattern TIMES = Pattern.compile("\\s+\\*\\s+");
    private static final Pattern LESS = Pattern.compile("\\s+-\\s+");

    private final List<Layout> layouts = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final Map<String, String> columns = new HashMap<>();
    private final Map<String, String> answers = new HashMap<>();
    private final List<Condition> rows = new ArrayList<>();
    private final List<Computed> computed = new ArrayList<>();
    private String name = "";
    private int width;
    private String title = "";
    private @Nullable Kind kind;
    private @Nullable String record;
    private @Nullable String once;
    private String note = "";
    private String refusal = "";

    private LayoutFile() {}

    static List<Layout> read(String resource) {
        try (InputStream file = LayoutFile.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("there is no " + resource);
            }
            var reading = new LayoutFile();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(reading::line);
            reading.end();
            return List.copyOf(reading.layouts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String line) {
        if (line.startsWith("[")) {
            end();
            name = line.substring(1, line.length() - 1);
        } else {
            int colon = line.indexOf(": ");
            word(
                    line.substring(0, Math.max(colon, 0)),
                    line.substring(colon + 1).strip());
        }
    }

    private void word(String word, String value) {
        switch (word) {
            case "kind" -> kind = Kind.ofCode(value);
            case "record" -> record = value;
            case "headings" -> headings.addAll(List.of(BAR.split(value)));
            case "width" -> width = Integer.parseInt(value);
            case "title" -> title = value;
            case "once" -> once = value;
            case "only" -> rows.add(condition(value, true));
            case "leave out" -> rows.add(condition(value, false));
            case "make" -> computed.add(computed(value));
            case "written" -> answers.put(before(value), behind(value));
            case "note" -> note = value;
            case "refuse" -> refusal = value;
            default -> {
                if (Target.ofKey(word) == null) {
                    throw new IllegalStateException("layouts.txt, " + name + ": what is " + word + "?");
                }
                columns.put(word, value);
            }
        }
    }

    private static Condition condition(String value, boolean wanted) {
        return new Condition(before(value), List.of(BAR.split(behind(value))), wanted);
    }

    private static Computed computed(String value) {
        String heading = before(value);
        String formula = behind(value);
        if (formula.startsWith("first ")) {
            return new Computed(heading, Way.FIRST, List.of(BAR.split(formula.substring(6))));
        } else if (formula.startsWith("join ")) {
            return new Computed(heading, Way.JOIN, List.of(BAR.split(formula.substring(5))));
        } else if (formula.startsWith("sum ")) {
            return new Computed(heading, Way.SUM, List.of(TIMES.split(formula.substring(4))));
        } else if (formula.startsWith("none if ")) {
            return new Computed(
                    heading, Way.NONE_IF, List.of(formula.substring(8).split(" is ", 2)));
        } else if (formula.contains(" plus days ")) {
            return new Computed(heading, Way.DAYS, List.of(formula.split(" plus days ", 2)));
        } else if (PLUS.matcher(formula).find()) {
            return new Computed(heading, Way.PLUS, List.of(PLUS.split(formula)));
        } else {
            return new Computed(heading, Way.MINUS, List.of(LESS.split(formula)));
        }
    }

    private static String before(String value) {
        return value.substring(0, value.indexOf(" = "));
    }

    private static String behind(String value) {
        return value.substring(value.indexOf(" = ") + 3);
    }

    private void end() {
        if (!name.isEmpty()) {
            if ((kind == null) == refusal.isEmpty()) {
                throw new IllegalStateException("layouts.txt, " + name + ": give it a kind or a refusal, not both");
            }
            layouts.add(new Layout(
                    name, kind, record, headings, width, title, columns, answers, rows, once, computed, note, refusal));
        }
        headings.clear();
        columns.clear();
        answers.clear();
        rows.clear();
        computed.clear();
        kind = null;
        record = null;
        once = null;
        width = 0;
        title = "";
        note = "";
        refusal = "";
    }
}
