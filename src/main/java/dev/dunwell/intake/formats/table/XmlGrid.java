package dev.dunwell.intake.formats.table;

import dev.dunwell.intake.formats.xml.Element;
import dev.dunwell.intake.formats.xml.XmlFile;
import dev.dunwell.kernel.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * XML that repeats an element: each is a row, and the paths to the texts in it are its columns. Where a path repeats
 * within one element its first text counts.
 */
record XmlGrid(Source source, String root, String record, List<String> paths) implements Grid {

    private static final int MOST_PATHS = 1000;

    /** @param records the elements that can be a row; the first one in the file settles which it is */
    static XmlGrid of(Source source, Set<String> records) {
        try (XmlFile file = new XmlFile(source.open())) {
            Element first = file.next(records);
            if (first == null) {
                throw new Unreadable(
                        "This is XML of <%s>, and nothing in it is known. Export the table as .xlsx or CSV,"
                                        .formatted(file.root())
                                + " or bring an e-invoice as one.");
            }
            Map<String, Integer> paths = new LinkedHashMap<>();
            for (Element one = first; one != null; one = file.next(Set.of(first.name()))) {
                one.texts((path, _) -> paths.putIfAbsent(path, paths.size()));
                if (paths.size() > MOST_PATHS) {
                    throw new Unreadable(
                            "One <%s> differs so much from the next that no table holds them.".formatted(one.name()));
                }
            }
            return new XmlGrid(source, file.root(), first.name(), List.copyOf(paths.keySet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Rows rows() {
        try {
            return new Records(new XmlFile(source.open()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String origin() {
        return "XML, <%s> in <%s>".formatted(record, root);
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

    /** The paths as row 0, then the records from 1. */
    private final class Records implements Rows {

        private final XmlFile file;
        private final Map<String, Integer> columns = new HashMap<>();
        private @Nullable Row next;
        private int count;

        Records(XmlFile file) {
            this.file = file;
            paths.forEach(path -> columns.put(path, columns.size()));
            this.next = Row.of(0, paths.toArray(String[]::new));
        }

        @Override
        public boolean hasNext() {
            if (next == null) {
                Element one = file.next(Set.of(record));
                next = one == null ? null : row(one);
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
            return null;
        }

        @Override
        public void close() {
            file.close();
        }

        private Row row(Element one) {
            String[] cells = new String[paths.size()];
            Arrays.fill(cells, "");
            one.texts((path, text) -> {
                int column = columns.getOrDefault(path, -1);
                if (column >= 0 && cells[column].isEmpty()) {
                    cells[column] = text;
                }
            });
            boolean[] exact = new boolean[cells.length];
            Arrays.fill(exact, true);
            return Row.of(++count, cells, exact);
        }
    }
}
