package dev.dunwell.intake.formats.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The bytes of a file, read as often as needed, each time from the first one. */
@FunctionalInterface
public interface Source {

    InputStream open() throws IOException;

    /** Where the bytes lie on this machine, or null when they come from elsewhere. */
    default @Nullable Path path() {
        return null;
    }

    static Source of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    static Source of(Path path) {
        return new Source() {
            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(path);
            }

            @Override
            public Path path() {
                return path;
            }
        };
    }
}
