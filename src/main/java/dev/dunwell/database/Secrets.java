package dev.dunwell.database;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords of the embedded database and its port: made once, readable by their owner alone. */
record Secrets(String superuser, String owner, String app, int port) {

    /** What was kept in the folder, or fresh ones. The port stays the same unless another program took it. */
    static Secrets load(Path home) throws IOException {
        Path file = home.resolve("database.secret");
        Secrets kept = Files.exists(file) ? read(file) : new Secrets(random(), random(), random(), 0);
        int port = freePort(kept.port);
        if (port != kept.port) {
            kept = new Secrets(kept.superuser, kept.owner, kept.app, port);
            kept.write(file);
        }
        return kept;
    }

    /** The bare superuser's password in a file, as PostgreSQL's own tools want it. */
    Path superuserFile(Path folder) throws IOException {
        return Files.writeString(Files.createTempFile(folder, Leftovers.PREFIX, ".secret"), superuser);
    }

    private static Secrets read(Path file) throws IOException {
        Properties kept = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            kept.load(in);
        }
        return new Secrets(
                kept.getProperty("superuser"),
                kept.getProperty("owner"),
                kept.getProperty("app"),
                Integer.parseInt(kept.getProperty("port")));
    }

    private void write(Path file) throws IOException {
        Properties kept = new Properties();
        kept.setProperty("superuser", superuser);
        kept.setProperty("owner", owner);
        kept.setProperty("app", app);
        kept.setProperty("port", String.valueOf(port));
        // A temporary file is readable by its owner alone, and the rename keeps a crash from leaving half a file.
        Path fresh = Files.createTempFile(file.getParent(), Leftovers.PREFIX, ".secret");
        try (Writer out = Files.newBufferedWriter(fresh)) {
            kept.store(out, "The passwords of the embedded PostgreSQL. Keep this file with the data it opens.");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static int freePort(int wanted) throws IOException {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            if (wanted == 0) {
                throw e;
            }
            return freePort(0);
        }
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
