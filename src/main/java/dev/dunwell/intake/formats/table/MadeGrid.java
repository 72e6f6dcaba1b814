package dev.dunwell.intake.formats.table;

import dev.dunwell.kernel.Problem;
import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows that are made, not read: each time they are asked for from the first one. */
record MadeGrid(String origin, Supplier<Iterator<Row>> all) implements Grid {

    @Override
    public Rows rows() {
        Iterator<Row> rows = all.get();
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
