package dev.dunwell.intake.formats.table;

/**
 * Rules for text that came from outside: what counts as blank, what a cell's value is, how it is shown in a sentence.
 */
public final class Text {

    private static final int SHOWN = 40;

    /** Narrow no-break space, word joiner, ideographic space, byte order mark. */
    private static final String WIDE_SPACES = "\u202f\u2060\u3000\ufeff";

    private Text() {}

    /**
     * The value in a cell: without the space around it, on one line, and without the apostrophe that an export puts
     * before {@code = + - @} to keep spreadsheets from running it. Empty when there is none.
     */
    public static String clean(String cell) {
        String value = trim(cell);
        if (value.length() > 1 && value.charAt(0) == '\'' && isGuarded(value)) {
            value = trim(value.substring(1));
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ') {
                return onOneLine(value);
            }
        }
        return value;
    }

    public static boolean isBlank(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (!isSpace(cell.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The offending text inside a message: quoted, on one line and at most 40 characters of it. */
    public static String quoted(String text) {
        String line = onOneLine(trim(text));
        return "“" + (line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…") + "”";
    }

    /** Space of any kind: also non-breaking, narrow and zero-width ones, and the byte order mark. */
    static boolean isSpace(char c) {
        boolean latin = c <= ' ' || (c >= '\u007f' && c <= '\u00a0');
        return latin || (c >= '\u2000' && (c <= '\u200b' || WIDE_SPACES.indexOf(c) >= 0));
    }

    private static String trim(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isSpace(cell.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    private static boolean isGuarded(String value) {
        int first = 1;
        while (first < value.length() - 1 && isSpace(value.charAt(first))) {
            first++;
        }
        return "=+-@＝".indexOf(value.charAt(first)) >= 0 || value.charAt(1) < ' ';
    }

    private static String onOneLine(String value) {
        StringBuilder line = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean control = c < ' ' || (c >= '\u007f' && c < '\u00a0');
            if (!control) {
                line.append(c);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString();
    }
}
