package dev.dunwell.intake.formats.table;

import dev.dunwell.kernel.Problem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet as they stand in the file; formulas give the value that was saved with them. */
final class XlsxRows implements Rows {

    /** What spreadsheets show of a number; the digits behind are the dust of binary fractions. */
    private static final MathContext SHOWN_DIGITS = new MathContext(15);

    private static final int MOST_ROWS = 1 << 20;
    private static final int MOST_COLUMNS = 4096;

    private final XmlPart part;
    private final List<String> texts;
    private final XlsxDates dates;

    private String[] cells = new String[16];
    private boolean[] exact = new boolean[16];
    private int size;
    private long number;
    private long last;
    private @Nullable String trouble;
    private @Nullable Row next;
    private @Nullable Problem cutShort;
    private boolean ended;

    XlsxRows(XmlPart part, List<String> texts, XlsxDates dates) {
        this.part = part;
        this.texts = texts;
        this.dates = dates;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            try {
                next = fetch();
            } catch (Unreadable e) {
                if (last == 0) {
                    throw e;
                }
                cutShort = new Problem(last + 1, "", "Nothing after row %d was read. %s".formatted(last, e.reason()));
            }
            ended = next == null;
        }
        return next != null;
    }

    @Override
    public Row next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Row row = next;
        last = row.number();
        next = null;
        return row;
    }

    @Override
    public @Nullable Problem cutShort() {
        return cutShort;
    }

    @Override
    public void close() {
        part.close();
    }

    /** The text in an element, of all its runs, without the reading aids for Japanese. */
    static String richText(XmlPart part, String element) {
        StringBuilder text = new StringBuilder();
        while (!part.ends(element) && part.next()) {
            if (part.starts("t")) {
                text.append(part.text());
            } else if (part.starts("rPh")) {
                part.text();
            }
        }
        return text.toString();
    }

    private @Nullable Row fetch() {
        while (part.next()) {
            if (part.starts("row")) {
                number = rowNumber();
                return row();
            } else if (part.ends("sheetData")) {
                return null;
            }
        }
        throw new Unreadable("The sheet has no end: open the workbook in Excel and save it again.");
    }

    private long rowNumber() {
        String given = part.attribute("r");
        long row = given == null ? number + 1 : digits(given);
        if (row <= number || row > MOST_ROWS) {
            throw new Unreadable(
                    "The rows of the sheet are not in order: open the workbook in Excel and save it again.");
        }
        return row;
    }

    private Row row() {
        size = 0;
        trouble = null;
        int column = -1;
        while (part.next() && !part.ends("row")) {
            if (part.starts("c")) {
                String address = part.attribute("r");
                column = address == null ? column + 1 : column(address);
                cell(column);
            }
        }
        Row row = Row.of(number, Arrays.copyOf(cells, size), Arrays.copyOf(exact, size));
        return trouble == null ? row : row.brokenBecause(trouble);
    }

    private void cell(int column) {
        String type = part.attribute("t");
        String style = part.attribute("s");
        String value = "";
        while (part.next() && !part.ends("c")) {
            if (part.starts("v")) {
                value = part.text();
            } else if (part.starts("is")) {
                value = richText(part, "is");
            } else if (part.starts("f")) {
                part.text();
            }
        }
        if (value.isEmpty()) {
            return;
        } else if (column < 0 || column >= MOST_COLUMNS) {
            trouble = "The row has a value far to the right of all headings: clear it, or name its column.";
            return;
        }
        put(column, type == null ? "n" : type, value, style);
    }

    private void put(int column, String type, String value, @Nullable String style) {
        switch (type) {
            case "s" -> put(column, shared(value), false);
            case "b" -> put(column, value.equals("1") ? "true" : "false", false);
            case "n" -> putNumber(column, value, dates.isDate(style));
            case "d" -> put(column, value, true);
            default -> put(column, value, false);
        }
    }

    private void putNumber(int column, String value, boolean asDate) {
        BigDecimal number = number(value);
        LocalDate day = number == null || !asDate ? null : dates.day(number);
        if (day != null) {
            put(column, day.toString(), true);
        } else {
            put(column, number == null ? value : number.toPlainString(), number != null);
        }
    }

    private void put(int column, String text, boolean isExact) {
        if (column >= cells.length) {
            cells = Arrays.copyOf(cells, 2 * column);
            exact = Arrays.copyOf(exact, 2 * column);
        }
        for (; size <= column; size++) {
            cells[size] = "";
            exact[size] = false;
        }
        cells[column] = text;
        exact[column] = isExact;
    }

    private String shared(String index) {
        int i = (int) digits(index);
        if (i < 0 || i >= texts.size()) {
            trouble = "A cell points to a text that the workbook does not have: type it again and save.";
            return "";
        }
        return texts.get(i);
    }

    private static @Nullable BigDecimal number(String value) {
        try {
            BigDecimal exactly = value.length() > 40 ? null : new BigDecimal(value);
            // Beyond this size it is no amount, and writing it out could take any number of digits.
            return exactly == null || Math.abs((long) exactly.scale()) > 300
                    ? null
                    : exactly.round(SHOWN_DIGITS).stripTrailingZeros();
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static int column(String address) {
        int column = 0;
        for (int i = 0; i < address.length() && address.charAt(i) >= 'A' && column < MOST_COLUMNS; i++) {
            column = column * 26 + address.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    /** The whole number that a text of up to nine digits is, -1 for any other text. */
    private static long digits(String text) {
        long value = text.isEmpty() || text.length() > 9 ? -1 : 0;
        for (int i = 0; i < text.length() && value >= 0; i++) {
            char c = text.charAt(i);
            value = c >= '0' && c <= '9' ? value * 10 + c - '0' : -1;
        }
        return value;
    }
}
