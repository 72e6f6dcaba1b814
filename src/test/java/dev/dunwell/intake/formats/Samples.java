package dev.dunwell.intake.formats;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real files of other systems, which lie beside the project and not in it; tests that read them are skipped without.
 */
public final class Samples {

    private Samples() {}

    public static Path file(String path) {
        Path file = folder().resolve(path);
        assumeTrue(Files.exists(file), () -> file + " is not there: set DUNWELL_SAMPLES to the folder of samples");
        return file;
    }

    private static Path folder() {
        String set = System.getProperty("DUNWELL_SAMPLES", System.getenv("DUNWELL_SAMPLES"));
        return set == null ? Path.of("..", "shared", "samples") : Path.of(set);
    }
}
