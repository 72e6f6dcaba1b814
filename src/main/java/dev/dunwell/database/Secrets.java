package dev.dunwell.database;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords of the embedded database and its port: made once, readable by their owner alone. */
record Secrets(String superuser, String owner, String app, int port) {

    static Secrets load(Path home, int freePort) throws IOException {
        Path file = home.resolve("database.secret");
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                kept.load(in);
            }
        } else {
            Files.createDirectories(home);
            kept.setProperty("superuser", random());
            kept.setProperty("owner", random());
            kept.setProperty("app", random());
            kept.setProperty("port", String.valueOf(freePort));
            Files.createFile(
                    file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (Writer out = Files.newBufferedWriter(file)) {
                kept.store(out, null);
            }
        }
        return new Secrets(
                kept.getProperty("superuser"),
                kept.getProperty("owner"),
                kept.getProperty("app"),
                Integer.parseInt(kept.getProperty("port")));
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
