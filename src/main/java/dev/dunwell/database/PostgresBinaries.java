package dev.dunwell.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL that travels in the jar. Unpacked beside its place and then renamed, so never half there. */
final class PostgresBinaries {

    static final String VERSION = "18.6.0";

    private PostgresBinaries() {}

    /** @return the folder with {@code bin/postgres} in it */
    static Path unpack(Path home) throws IOException {
        Path place = home.resolve("postgresql-" + VERSION);
        if (!Files.exists(place)) {
            Files.createDirectories(home);
            Path unpacking = Files.createTempDirectory(home, "unpacking-");
            try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive())) {
                if (packed == null) {
                    throw new IOException("This build carries no PostgreSQL for " + archive()
                            + "; name a database of your own with DUNWELL_DB_URL.");
                }
                extract(packed, unpacking);
            }
            Files.move(unpacking, place, StandardCopyOption.ATOMIC_MOVE);
        }
        return place;
    }

    private static String archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch");
        String system = os.contains("mac") ? "darwin" : os.contains("win") ? "windows" : "linux";
        String machine = arch.equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + system + "-" + machine + ".txz";
    }

    private static void extract(InputStream packed, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("the archive names a file outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                    target.toFile().setExecutable((entry.getMode() & 0111) != 0, false);
                }
            }
        }
    }
}
