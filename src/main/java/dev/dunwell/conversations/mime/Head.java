package dev.dunwell.conversations.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The fields in the head of a mail or of a part, in their order. */
public final class Head {

    private static final int MOST_FIELDS = 500;
    private static final int LONGEST_FIELD = 20_000;

    private record Field(String name, String raw) {}

    private final List<Field> fields;

    private Head(List<Field> fields) {
        this.fields = List.copyOf(fields);
    }

    /** Reads {@code name: value} lines; a line that begins with a blank goes on. Others are passed over. */
    static Head of(String text) {
        List<Field> fields = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
            if (goesOn && !open.isEmpty() && open.length() < LONGEST_FIELD) {
                open.append(' ').append(line.strip());
            } else if (!goesOn) {
                close(open, fields);
                open.append(line.length() < LONGEST_FIELD ? line : line.substring(0, LONGEST_FIELD));
            }
        }
        close(open, fields);
        return new Head(fields);
    }

    private static void close(StringBuilder open, List<Field> fields) {
        int colon = open.indexOf(":");
        if (colon > 0 && fields.size() < MOST_FIELDS) {
            String name = open.substring(0, colon).strip();
            if (name.matches("[!-9;-~]{1,80}")) {
                fields.add(new Field(name, open.substring(colon + 1).strip()));
            }
        }
        open.setLength(0);
    }

    /** The first field of this name as it stands there, empty when there is none. */
    public String raw(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /** The first field of this name as people read it, one line; empty when there is none. */
    public String text(String name) {
        return HeaderText.decoded(raw(name));
    }

    public boolean has(String name) {
        return !all(name).isEmpty();
    }

    /** Every field of this name as it stands there. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name.equalsIgnoreCase(name))
                .map(Field::raw)
                .toList();
    }

    /** The value before the first semicolon, in small letters: {@code text/plain}. */
    String value(String name) {
        return raw(name).replaceAll("[;\\s].*", "").toLowerCase(Locale.ROOT);
    }

    Map<String, String> parameters(String name) {
        return HeaderText.parameters(raw(name));
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }
}
