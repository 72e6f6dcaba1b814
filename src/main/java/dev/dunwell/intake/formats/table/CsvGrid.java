package dev.dunwell.intake.formats.table;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A delimited text file, its encoding and its delimiter found by looking. */
record CsvGrid(Source source, Encoding encoding, char delimiter) implements Grid {

    private static final String DELIMITERS = ",;\t|";

    static CsvGrid of(Source source) {
        Encoding encoding = Encoding.of(source);
        return new CsvGrid(source, encoding, delimiter(source, encoding));
    }

    @Override
    public Rows rows() {
        return new CsvRows(source, encoding, delimiter);
    }

    @Override
    public String origin() {
        String name = switch (delimiter) {
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case '|' -> "bars";
            default -> "commas";
        };
        return "CSV, " + encoding.says() + ", separated by " + name;
    }

    @Override
    public boolean ends() {
        return encoding.ended();
    }

    @Override
    public boolean leavesOutEmptyEnds() {
        return false;
    }

    @Override
    public void close() {}

    /** The one under which most rows are as wide as the headings; among equals the one that gives more columns. */
    private static char delimiter(Source source, Encoding encoding) {
        char best = declared(source, encoding);
        long bestScore = DELIMITERS.indexOf(best) < 0 ? 0 : Long.MAX_VALUE;
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char candidate = DELIMITERS.charAt(i);
            long score = bestScore == Long.MAX_VALUE ? 0 : score(top(new CsvRows(source, encoding, candidate)));
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return bestScore == 0 ? ',' : best;
    }

    /** What the line {@code sep=;} says, which Excel writes and reads. */
    private static char declared(Source source, Encoding encoding) {
        try (Reader text = encoding.reader(source)) {
            char[] start = new char[5];
            return text.read(start) == start.length && new String(start, 0, 4).equals("sep=") ? start[4] : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long score(List<Row> top) {
        int at = Headings.locate(top);
        if (at < 0 || Headings.width(top.get(at)) < 2) {
            return 0;
        } else if (Headings.looksLikeFacts(top.get(at))) {
            return 1;
        }
        int width = top.get(at).size();
        long alike = top.stream().skip(at).filter(row -> row.size() == width).count();
        int widthBits = Integer.SIZE - Integer.numberOfLeadingZeros(width);
        return alike * 10_000 / (top.size() - at) * widthBits + width;
    }

    static List<Row> top(Rows all) {
        try (Rows rows = all) {
            List<Row> top = new ArrayList<>();
            while (top.size() < Headings.LOOKED_AT && rows.hasNext()) {
                top.add(rows.next());
            }
            return top;
        }
    }
}
