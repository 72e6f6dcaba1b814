package dev.dunwell.intake.formats.table;

import dev.dunwell.kernel.Problem;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in memory. */
record MadeGrid(String origin, List<Row> all) implements Grid {

    MadeGrid {
        all = List.copyOf(all);
    }

    @Override
    public Rows rows() {
        Iterator<Row> rows = all.iterator();
        return new Rows() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                return rows.next();
            }

            @Override
            public @Nullable Problem cutShort() {
                return null;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public boolean ends() {
        return true;
    }

    @Override
    public boolean leavesOutEmptyEnds() {
        return true;
    }

    @Override
    public void close() {}
}
