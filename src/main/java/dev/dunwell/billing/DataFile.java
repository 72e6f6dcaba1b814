package dev.dunwell.billing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tables that come with the house: cells between semicolons under a line of headings, comments behind a hash. */
final class DataFile {

    private DataFile() {}

    /** A row by its headings; the last cell keeps what follows it, semicolons too. */
    record Row(Map<String, String> cells) {

        String text(String heading) {
            return Objects.requireNonNull(cells.get(heading), heading);
        }
    }

    static List<Row> rows(String name) {
        List<String> lines = lines(name).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        String[] headings = lines.getFirst().split(";", -1);
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(";", headings.length);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < headings.length; i++) {
                row.put(headings[i], cells[i].strip());
            }
            rows.add(new Row(row));
        }
        return rows;
    }

    private static List<String> lines(String name) {
        try (InputStream file = DataFile.class.getResourceAsStream("/billing/" + name)) {
            byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
