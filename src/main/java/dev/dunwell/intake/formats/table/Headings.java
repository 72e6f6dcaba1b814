package dev.dunwell.intake.formats.table;

import dev.dunwell.kernel.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The row that names the columns, below titles and blank lines where such stand above it.
 *
 * @param row the line it stands on
 * @param names one for each column, none twice and none empty
 * @param notes what was odd about them, to be shown but no reason to refuse the file
 */
record Headings(long row, List<String> names, List<Problem> notes) {

    /** How many rows at the top are looked at. */
    static final int LOOKED_AT = 200;

    private static final int MOST_COLUMNS = 1000;
    private static final int LONGEST = 100;

    /** Refuses a file without a row of headings, and says which line was looked at. */
    static Headings in(List<Row> top) {
        int at = locate(top);
        if (at < 0) {
            throw new Unreadable("The file is empty: there is no line with headings in it.");
        }
        Row row = top.get(at);
        Problem problem = row.problem();
        if (problem != null) {
            throw new Unreadable("Line %d should hold the headings. %s".formatted(row.number(), problem.message()));
        } else if (looksLikeFacts(row)) {
            throw new Unreadable("""
                    Line %d looks like facts, not like headings: \
                    add a first line that names each column.""".formatted(row.number()));
        } else if (width(row) > MOST_COLUMNS) {
            throw new Unreadable("Line %d names more than %,d columns: bring only those that are needed."
                    .formatted(row.number(), MOST_COLUMNS));
        }
        return named(row);
    }

    /** The first row that is neither blank nor a title: one that fills more than a third of the usual width. */
    static int locate(List<Row> top) {
        int usual = usualWidth(top);
        for (int i = 0; i < top.size(); i++) {
            Row row = top.get(i);
            if (row.problem() != null || (filled(row) * 3 > usual && !isMark(row))) {
                return i;
            }
        }
        return -1;
    }

    /** The number of cells that most rows have, without the empty ones at their end. */
    private static int usualWidth(List<Row> top) {
        Map<Integer, Integer> rowsByWidth = new HashMap<>();
        int usual = 0;
        for (Row row : top) {
            int width = width(row);
            int rows = width == 0 ? 0 : rowsByWidth.merge(width, 1, Integer::sum);
            int most = rowsByWidth.getOrDefault(usual, 0);
            usual = rows > most || (rows == most && width > usual) ? width : usual;
        }
        return usual;
    }

    static int width(Row row) {
        int width = row.size();
        while (width > 0 && Text.isBlank(row.cell(width - 1))) {
            width--;
        }
        return width;
    }

    private static int filled(Row row) {
        int filled = 0;
        for (int i = 0; i < row.size(); i++) {
            filled += Text.isBlank(row.cell(i)) ? 0 : 1;
        }
        return filled;
    }

    /**
     * Lines with which a program tells another one about the file: Excel's {@code sep=;} and the head of DATEV files.
     */
    private static boolean isMark(Row row) {
        String first = Text.clean(row.cell(0));
        return first.startsWith("sep=") || first.equals("EXTF") || first.equals("DTVF");
    }

    /** More than a quarter of the cells are figures or addresses, as in no row of headings. */
    static boolean looksLikeFacts(Row row) {
        int facts = 0;
        for (int i = 0; i < row.size(); i++) {
            String cell = Text.clean(row.cell(i));
            facts += isFigure(cell) || row.isExact(i) || cell.indexOf('@') > 0 ? 1 : 0;
        }
        return facts * 4 > filled(row);
    }

    /** A number, a date or a telephone number: digits, and nothing that is a letter. */
    private static boolean isFigure(String cell) {
        boolean digit = false;
        for (int i = 0; i < cell.length(); i++) {
            digit |= Character.isDigit(cell.charAt(i));
            if (Character.isLetter(cell.charAt(i))) {
                return false;
            }
        }
        return digit;
    }

    private static Headings named(Row row) {
        List<String> names = new ArrayList<>();
        List<Problem> notes = new ArrayList<>();
        for (int i = 0; i < width(row); i++) {
            String given = Text.clean(row.cell(i));
            String heading = given.length() > LONGEST ? given.substring(0, LONGEST) : given;
            String name = unique(heading.isEmpty() ? "Column " + (i + 1) : heading, names);
            String oddity = oddity(heading, name, i + 1);
            if (oddity != null) {
                notes.add(new Problem(row.number(), name, oddity));
            }
            names.add(name);
        }
        return new Headings(row.number(), List.copyOf(names), List.copyOf(notes));
    }

    private static String unique(String heading, List<String> taken) {
        String name = heading;
        for (int n = 2; taken.contains(name); n++) {
            name = heading + " (" + n + ")";
        }
        return name;
    }

    private static @Nullable String oddity(String heading, String name, int column) {
        if (heading.isEmpty()) {
            return "Column %d has no heading and is called %s here: name it in the file if it is needed."
                    .formatted(column, Text.quoted(name));
        } else if (!heading.equals(name)) {
            return "The heading %s stands over several columns; column %d is called %s here. Map the one that is meant."
                    .formatted(Text.quoted(heading), column, Text.quoted(name));
        } else {
            return null;
        }
    }
}
