package dev.dunwell.intake.formats.table;

import dev.dunwell.kernel.Problem;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows below the headings, each checked for fitting them. */
final class TableRows implements Rows {

    private final Rows rows;
    private final Headings headings;
    private final boolean mayEndEarly;
    private @Nullable Row next;

    TableRows(Grid grid, Headings headings) {
        this.rows = grid.rows();
        this.headings = headings;
        this.mayEndEarly = grid.leavesOutEmptyEnds();
    }

    @Override
    public boolean hasNext() {
        while (next == null && rows.hasNext()) {
            Row row = rows.next();
            if (row.number() > headings.row() && (row.problem() != null || !row.isBlank())) {
                next = fitted(row);
            }
        }
        return next != null;
    }

    @Override
    public Row next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Row row = next;
        next = null;
        return row;
    }

    @Override
    public @Nullable Problem cutShort() {
        return rows.cutShort();
    }

    @Override
    public void close() {
        rows.close();
    }

    private Row fitted(Row row) {
        int width = headings.names().size();
        if (row.problem() != null || row.size() == width) {
            return row;
        } else if (Headings.width(row) > width) {
            return row.brokenBecause(misfit(row, "a separator inside a cell needs quotes around the cell"));
        } else if (row.size() < width && !mayEndEarly) {
            return row.brokenBecause(misfit(row, "a separator or the end of the line is missing"));
        } else {
            return row;
        }
    }

    private String misfit(Row row, String cause) {
        long breaks = row.cells().stream()
                .flatMapToInt(String::chars)
                .filter(c -> c == '\n')
                .count();
        String span =
                breaks == 0 ? "The row" : "The row, lines %d to %d,".formatted(row.number(), row.number() + breaks);
        return "%s has %d cells and the headings %d: %s."
                .formatted(span, row.size(), headings.names().size(), mayEndEarly ? "name every column" : cause);
    }
}
