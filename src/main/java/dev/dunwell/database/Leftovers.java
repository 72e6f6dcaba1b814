package dev.dunwell.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** What a killed start left half done: everything is made under this prefix and renamed when it is whole. */
final class Leftovers {

    static final String PREFIX = "making-";

    private Leftovers() {}

    static void clear(Path home) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(home, PREFIX + "*")) {
            for (Path path : left) {
                FileSystemUtils.deleteRecursively(path);
            }
        }
    }
}
