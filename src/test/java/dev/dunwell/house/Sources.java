package dev.dunwell.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files that the house tests look at. */
final class Sources {

    private Sources() {}

    static List<Path> java() throws IOException {
        return under("src", ".java");
    }

    static List<Path> under(String folder, String ending) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }
}
