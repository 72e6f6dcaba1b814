package dev.dunwell.intake.formats.table;

import dev.dunwell.intake.formats.xml.BadXml;
import dev.dunwell.kernel.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A table from a file of any origin: its headings and, as often as asked, its rows. Reads a row at a time, however long
 * the file is. Closing it removes what was kept for reading, never the file itself.
 */
public final class Table implements Opened, Closeable {

    private final Grid grid;
    private final Headings headings;
    private final List<String> made;
    private final UnaryOperator<Rows> view;

    private Table(Grid grid, Headings headings, List<String> made, UnaryOperator<Rows> view) {
        this.grid = grid;
        this.headings = headings;
        this.made = List.copyOf(made);
        this.view = view;
    }

    /**
     * Finds out what the bytes are by looking at them; a name or a declared type is not asked for. Takes text in UTF-8,
     * UTF-16, Windows-1252 and ISO-8859-15 with commas, semicolons, tabs or bars between the cells, and the first
     * visible sheet with rows of an Excel workbook (.xlsx), and XML that repeats one of the elements {@code records}.
     * Refuses everything else, with the reason.
     */
    public static Opened open(Source source, Set<String> records) {
        try {
            Grid grid = grid(source, records);
            try {
                return new Table(grid, Headings.in(CsvGrid.top(grid.rows())), List.of(), UnaryOperator.identity());
            } catch (RuntimeException e) {
                grid.close();
                throw e;
            }
        } catch (Unreadable e) {
            return Refused.because(e.reason());
        } catch (BadXml e) {
            return Refused.because(e.reason());
        }
    }

    public static Opened open(Source source) {
        return open(source, Set.of());
    }

    /** A table that is made, not read. */
    public static Table of(String origin, List<String> headings, Supplier<Iterator<Row>> rows) {
        return new Table(
                new MadeGrid(origin, rows),
                new Headings(0, List.copyOf(headings), List.of()),
                List.of(),
                UnaryOperator.identity());
    }

    /**
     * The same file seen in another way.
     *
     * @param made headings of columns that the view adds at the end of its rows
     */
    public Table through(List<String> made, UnaryOperator<Rows> view) {
        return new Table(grid, headings, made, view);
    }

    /** The name of each column, none twice and none empty. */
    public List<String> headings() {
        return made.isEmpty()
                ? headings.names()
                : Stream.concat(headings.names().stream(), made.stream()).toList();
    }

    /** The element that is a row here; empty where the file is no XML. */
    public String record() {
        return grid.record();
    }

    /** What stands above the headings. */
    public List<String> titles() {
        List<String> titles = new ArrayList<>();
        try (Rows rows = grid.rows()) {
            while (rows.hasNext()) {
                Row row = rows.next();
                if (row.number() >= headings.row()) {
                    break;
                }
                row.cells().stream()
                        .map(Text::clean)
                        .filter(text -> !text.isEmpty())
                        .forEach(titles::add);
            }
        }
        return titles;
    }

    /** The line or row the headings stand on. */
    public long headingRow() {
        return headings.row();
    }

    /** What is odd about the headings or the end of the file: worth showing, no reason to refuse it. */
    public List<Problem> notes() {
        List<Problem> notes = new ArrayList<>(headings.notes());
        if (!grid.ends()) {
            notes.add(new Problem(
                    0, "", "The last line has no line end, as in a file that was cut: check its last row."));
        }
        return List.copyOf(notes);
    }

    /** What kind of file it was found to be: {@code CSV, UTF-8, separated by commas}. */
    public String origin() {
        return grid.origin();
    }

    /** The rows below the headings, blank ones left out, those that do not fit the headings with their problem. */
    public Rows rows() {
        return view.apply(new TableRows(grid, headings));
    }

    /** The first rows, to be shown beside the headings. */
    public List<Row> sample(int most) {
        try (Rows rows = rows()) {
            List<Row> sample = new ArrayList<>();
            while (sample.size() < most && rows.hasNext()) {
                sample.add(rows.next());
            }
            return sample;
        }
    }

    @Override
    public void close() {
        grid.close();
    }

    private static Grid grid(Source source, Set<String> records) {
        byte[] start;
        try (InputStream bytes = source.open()) {
            start = bytes.readNBytes(8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String signature = new String(start, StandardCharsets.ISO_8859_1);
        if (signature.startsWith("PK\u0003\u0004")) {
            return XlsxGrid.of(source);
        } else if (signature.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            throw new Unreadable(
                    "This is an old Excel file (.xls), or one with a password: save it as .xlsx without a password.");
        } else if (signature.startsWith("%PDF")) {
            throw new Unreadable(
                    "This is a PDF: bring it as an e-invoice if it holds one, else export the table as .xlsx or CSV.");
        } else if (isMarkup(signature)) {
            return XmlGrid.of(source, records);
        } else {
            return CsvGrid.of(source);
        }
    }

    private static boolean isMarkup(String start) {
        return start.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().startsWith("<");
    }
}
