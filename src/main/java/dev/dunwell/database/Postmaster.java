package dev.dunwell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server process: started again when it dies, stopped when we stop, also when we are killed. */
final class Postmaster implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    /** Recovery after a crash may read gigabytes; as long as the server lives, it is on its way. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final String WRONG_PASSWORD = "28P01";
    private static final int TRIES = 20;

    /**
     * Watches our end of a pipe: when it closes, because we ended or were killed, PostgreSQL is told to stop. A Ctrl-C
     * in the terminal is for us alone: PostgreSQL is in a session of its own, or it would be gone before our last
     * request is answered.
     */
    private static final String WATCHED = """
            trap '' INT TERM HUP
            exec 3<&0
            $(command -v setsid) "$@" </dev/null 3<&- &
            server=$!
            (read -r _ <&3; kill -INT $server 2>/dev/null) &
            watch=$!
            wait $server
            kill -KILL $watch 2>/dev/null
            """;

    private final Cluster cluster;
    private final Secrets secrets;
    private final List<String> settings;
    private @Nullable Process process;
    private boolean isStopping;

    private Postmaster(Cluster cluster, Secrets secrets, List<String> settings) {
        this.cluster = cluster;
        this.secrets = secrets;
        this.settings = settings;
    }

    /** Starts the server and waits until it answers. */
    static Postmaster start(Cluster cluster, Secrets secrets, List<String> settings)
            throws IOException, InterruptedException {
        Postmaster postmaster = new Postmaster(cluster, secrets, settings);
        postmaster.launch();
        return postmaster;
    }

    static Connection connect(Secrets secrets, String database) throws SQLException {
        return DriverManager.getConnection(url(secrets, database), "postgres", secrets.superuser());
    }

    static String url(Secrets secrets, String database) {
        return "jdbc:postgresql://127.0.0.1:" + secrets.port() + "/" + database;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        Process last = letGo();
        if (last != null && !last.waitFor(60, TimeUnit.SECONDS)) {
            LOG.warn("PostgreSQL is still writing; it ends by itself, and the next start waits for it");
        }
    }

    private synchronized @Nullable Process letGo() throws IOException {
        isStopping = true;
        if (process != null) {
            process.getOutputStream().close();
        }
        return process;
    }

    private void launch() throws IOException, InterruptedException {
        long began = System.nanoTime();
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Process next = startUnlessStopping();
            if (next == null) {
                return;
            } else if (answers(next)) {
                long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                LOG.info("PostgreSQL {} answers on port {} after {} ms", Programs.VERSION, secrets.port(), took);
                next.onExit().thenAccept(this::revive);
                return;
            }
            next.getOutputStream().close();
            // After a crash, processes of the old server may hold on to its memory for a moment.
            Thread.sleep(500);
        }
        throw new CannotStart(
                "PostgreSQL does not start on " + cluster.data() + ". It said: "
                        + Files.readString(startLog()).strip(),
                "More may stand in " + log() + ".");
    }

    private synchronized @Nullable Process startUnlessStopping() throws IOException {
        if (!isStopping) {
            process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(startLog().toFile())
                    .start();
            return process;
        }
        return null;
    }

    private boolean answers(Process started) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (started.isAlive() && System.nanoTime() - began < PATIENCE.toNanos()) {
            try (Connection connection = connect(secrets, "postgres")) {
                return connection.isValid(5);
            } catch (SQLException e) {
                if (WRONG_PASSWORD.equals(e.getSQLState())) {
                    letGo();
                    throw new CannotStart(
                            "The password in database.secret does not open the PostgreSQL data beside it.",
                            "Put back the file that belongs to this data; it is part of every backup.");
                }
                Thread.sleep(50);
            }
        }
        return false;
    }

    private void revive(Process ended) {
        while (!isStopping()) {
            LOG.error("PostgreSQL has died; starting it again. Its log: {}", log());
            try {
                ended.getOutputStream().close();
                launch();
                return;
            } catch (IOException | CannotStart e) {
                LOG.error("PostgreSQL does not come back; trying again", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized boolean isStopping() {
        return isStopping;
    }

    private List<String> command() {
        List<String> arguments = new ArrayList<>(List.of("-D", cluster.data().toString()));
        arguments.addAll(List.of("-p", String.valueOf(secrets.port())));
        for (String setting : settings) {
            arguments.addAll(List.of("-c", setting));
        }
        List<String> command = new ArrayList<>(List.of("sh", "-c", WATCHED, "dunwell-postgresql"));
        command.addAll(cluster.programs().command("postgres", arguments));
        return command;
    }

    private Path startLog() {
        return cluster.home().resolve("start.log");
    }

    private Path log() {
        return cluster.data().resolve("log");
    }
}
