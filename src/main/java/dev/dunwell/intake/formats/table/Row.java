package dev.dunwell.intake.formats.table;

import dev.dunwell.kernel.Problem;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a table as it stands in the file: its texts, untouched, and the line it begins on. */
public final class Row {

    private final long number;
    private final String[] cells;
    private final boolean @Nullable [] exact;
    private final @Nullable Problem problem;

    private Row(long number, String[] cells, boolean @Nullable [] exact, @Nullable Problem problem) {
        this.number = number;
        this.cells = cells;
        this.exact = exact;
        this.problem = problem;
    }

    static Row of(long number, String[] cells) {
        return new Row(number, cells, null, null);
    }

    /**
     * @param exact which cells are numbers or dates by the file's own word, written as {@code 1234.5} or
     *     {@code 2024-01-31}
     */
    static Row of(long number, String[] cells, boolean[] exact) {
        return new Row(number, cells, exact, null);
    }

    /**
     * A row whose cells are what they say by our own word.
     *
     * @param fault why it cannot be used all the same; null when it can
     */
    public static Row made(long number, List<String> cells, @Nullable String fault) {
        boolean[] exact = new boolean[cells.size()];
        Arrays.fill(exact, true);
        return new Row(
                number, cells.toArray(String[]::new), exact, fault == null ? null : new Problem(number, "", fault));
    }

    /** A row without cells, from before the first one. */
    public static Row none() {
        return of(0, new String[0]);
    }

    static Row broken(long number, String message) {
        return new Row(number, new String[0], null, new Problem(number, "", message));
    }

    Row brokenBecause(String message) {
        return new Row(number, cells, exact, new Problem(number, "", message));
    }

    /** The line of the file, or the row of the sheet, as a person counts it. */
    public long number() {
        return number;
    }

    /** Why the row as a whole cannot be used; null when its cells can be looked at. */
    public @Nullable Problem problem() {
        return problem;
    }

    public int size() {
        return cells.length;
    }

    /** The text of a column, the first being 0; empty where the row has none. */
    public String cell(int column) {
        return column < cells.length ? cells[column] : "";
    }

    public boolean isExact(int column) {
        return exact != null && column < exact.length && exact[column];
    }

    public List<String> cells() {
        return List.of(cells);
    }

    /** The same row with one cell mended by a person; a row that is broken as a whole stays so. */
    public Row with(int column, String text) {
        String[] mended = Arrays.copyOf(cells, Math.max(cells.length, column + 1));
        Arrays.fill(mended, cells.length, mended.length, "");
        mended[column] = text;
        boolean[] still = exact == null ? null : Arrays.copyOf(exact, mended.length);
        if (still != null) {
            still[column] = false;
        }
        return new Row(number, mended, still, problem);
    }

    /** The same row with one more cell that is a number or a text by our own word. */
    public Row withExact(int column, String text) {
        Row more = with(column, text);
        boolean[] sure = more.exact == null ? new boolean[more.cells.length] : more.exact;
        sure[column] = true;
        return new Row(number, more.cells, sure, problem);
    }

    boolean isBlank() {
        for (String cell : cells) {
            if (!Text.isBlank(cell)) {
                return false;
            }
        }
        return true;
    }
}
