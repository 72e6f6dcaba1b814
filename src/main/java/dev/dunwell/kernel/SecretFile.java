package dev.dunwell.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * A key of this installation: made once at random, kept in a file for its owner alone beside the data, never in the
 * database.
 */
public final class SecretFile {

    private static final int BYTES = 32;

    private final Path file;
    private byte @Nullable [] key;

    /** @param name what it is for, {@code mailbox} */
    public SecretFile(Path folder, String name) {
        this.file = folder.resolve(name + ".secret");
    }

    /** The 32 bytes of the key; the first time they are asked for they are made. */
    public synchronized byte[] key() {
        byte[] known = key;
        if (known == null) {
            try {
                known = Files.exists(file) ? Files.readAllBytes(file) : made();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            key = known;
        }
        return known.clone();
    }

    private byte[] made() throws IOException {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        // A temporary file is readable by its owner alone, and the rename leaves no half key.
        Path written = Files.createTempFile(folder, "key", ".new");
        Files.write(written, fresh);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        return fresh;
    }
}
