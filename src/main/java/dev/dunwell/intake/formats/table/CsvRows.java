package dev.dunwell.intake.formats.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.dunwell.kernel.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of a delimited text file. A line whose quotes are broken costs that line and no other. */
final class CsvRows implements Rows {

    private static final int LONGEST_CELL = 1 << 20;
    private static final int MOST_CELLS = 4096;

    /** Each broken line means reading up to it again, so a file full of them is given up. */
    private static final int MOST_RESUMPTIONS = 20;

    private final Source source;
    private final Encoding encoding;
    private final char delimiter;

    private Run run;
    private int resumptions;
    private @Nullable Row next;
    private @Nullable Problem cutShort;

    CsvRows(Source source, Encoding encoding, char delimiter) {
        this.source = source;
        this.encoding = encoding;
        this.delimiter = delimiter;
        this.run = Run.begin(source, encoding, delimiter, 0);
    }

    @Override
    public boolean hasNext() {
        if (next == null && cutShort == null) {
            next = fetch();
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
        return cutShort;
    }

    @Override
    public void close() {
        run.close();
    }

    private @Nullable Row fetch() {
        try {
            return run.rows.hasNext() ? run.rows.next() : null;
        } catch (CsvParseException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            return resumeAfter(run.line());
        }
    }

    private @Nullable Row resumeAfter(long line) {
        run.close();
        if (++resumptions > MOST_RESUMPTIONS) {
            cutShort = new Problem(line, "", """
                    Too many lines with broken quotes: nothing from line %d on was read. \
                    Export the file again, with the quotes inside a cell written twice.""".formatted(line));
            return null;
        }
        run = Run.begin(source, encoding, delimiter, line);
        return Row.broken(line, """
                The quotes of this line do not match: close every quote that is opened, \
                and write those inside a cell twice.""");
    }

    /** One pass over the file, from its first line or from a later one. */
    private record Run(CsvReader<Row> reader, Iterator<Row> rows, RowHandler handler) {

        static Run begin(Source source, Encoding encoding, char delimiter, long after) {
            try {
                BufferedReader text = new BufferedReader(encoding.reader(source), 1 << 15);
                skip(text, after);
                RowHandler handler = new RowHandler(after, encoding.damaged());
                CsvReader<Row> reader = CsvReader.builder()
                        .fieldSeparator(delimiter)
                        .allowUnclosedQuote(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .maxBufferSize(LONGEST_CELL)
                        .build(handler, text);
                return new Run(reader, reader.iterator(), handler);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void skip(BufferedReader text, long lines) throws IOException {
            for (long left = lines; left > 0; ) {
                int c = text.read();
                if (c == '\r') {
                    text.mark(1);
                    if (text.read() != '\n') {
                        text.reset();
                    }
                }
                if (c == '\r' || c == '\n') {
                    left--;
                } else if (c < 0) {
                    left = 0;
                }
            }
        }

        long line() {
            return handler.line();
        }

        void close() {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Collects the cells of one record. */
    private static final class RowHandler extends AbstractBaseCsvCallbackHandler<Row> {

        private final long before;
        private final boolean watchful;
        private String[] cells = new String[16];
        private int size;
        private boolean damaged;

        RowHandler(long before, boolean watchful) {
            this.before = before;
            this.watchful = watchful;
        }

        long line() {
            return before + getStartingLineNumber();
        }

        @Override
        protected void handleBegin(long line) {
            size = 0;
            damaged = false;
        }

        @Override
        protected void handleField(int index, char[] text, int from, int length, boolean quoted) {
            if (index >= MOST_CELLS) {
                return;
            }
            if (index == cells.length) {
                cells = Arrays.copyOf(cells, 2 * index);
            }
            cells[size++] = new String(text, from, length);
            damaged |= watchful && Encoding.isDamaged(text, from, length);
        }

        @Override
        protected Row buildRecord() {
            Row row = Row.of(line(), Arrays.copyOf(cells, size));
            return damaged ? row.brokenBecause("""
                    This line has bytes that are no characters: mend it, or export the file again.""") : row;
        }
    }
}
