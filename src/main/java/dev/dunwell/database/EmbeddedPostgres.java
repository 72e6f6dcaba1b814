package dev.dunwell.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A durable PostgreSQL beside the application: its data in a folder of ours, reached on this machine only, stopped when we
 * stop, also when we are killed, and started again from whatever was left.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** Role that owns the tables and runs the migrations. */
    public static final String OWNER = "dunwell_owner";
    /** Role of the application: owns nothing and cannot look past row-level security. */
    public static final String APP = "dunwell_app";

    /** Whether what is committed must survive a power cut. Tests do without, to be quick. */
    public enum Durability {
        DURABLE,
        FORGETFUL
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TRIES = 20;
    /** Watches our end of the pipe: when it closes, because we ended or were killed, PostgreSQL is told to stop. */
    private static final String WATCHED =
            "exec 3<&0; \"$@\" </dev/null & p=$!; (cat <&3 >/dev/null; kill -INT $p 2>/dev/null) & wait $p";

    private final Path home;
    private final Path bin;
    private final Secrets secrets;
    private final Durability durability;
    private @Nullable Process process;

    private EmbeddedPostgres(Path home, Durability durability) throws IOException {
        this.home = home.toAbsolutePath();
        this.bin = PostgresBinaries.unpack(this.home).resolve("bin");
        this.secrets = Secrets.load(this.home, freePort());
        this.durability = durability;
    }

    /** Starts it on the data in a folder, making it first when the folder is empty. Takes seconds the first time, one later. */
    public static EmbeddedPostgres start(Path home, Durability durability) throws IOException, InterruptedException {
        EmbeddedPostgres postgres = new EmbeddedPostgres(home, durability);
        if (!Files.exists(postgres.data().resolve("PG_VERSION"))) {
            postgres.makeCluster();
        }
        postgres.checkVersion();
        postgres.launch();
        postgres.makeRoles();
        return postgres;
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + secrets.port() + "/" + database;
    }

    public String ownerPassword() {
        return secrets.owner();
    }

    public String appPassword() {
        return secrets.app();
    }

    /** As superuser, to make databases; the application never does. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", secrets.superuser());
    }

    /** Makes a database owned by {@link #OWNER} unless it is there; a template makes it a copy. */
    public void makeDatabase(String name, String template) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            boolean exists = statement
                    .executeQuery("select 1 from pg_database where datname = '" + name + "'")
                    .next();
            if (!exists) {
                statement.execute("create database " + name + " owner " + OWNER + " template " + template);
            }
        }
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            try {
                running.getOutputStream().close();
                if (!running.waitFor(30, TimeUnit.SECONDS)) {
                    running.destroy();
                }
            } catch (IOException e) {
                running.destroy();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                running.destroy();
            }
        }
    }

    private Path data() {
        return home.resolve("data");
    }

    private void makeCluster() throws IOException, InterruptedException {
        Path password = Files.createTempFile(home, "initdb", ".secret");
        Files.writeString(password, secrets.superuser());
        Process initdb = new ProcessBuilder(asOrdinaryUser(List.of(
                        bin.resolve("initdb").toString(),
                        "--pgdata=" + data(),
                        "--username=postgres",
                        "--auth=scram-sha-256",
                        "--pwfile=" + password,
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums")))
                .redirectErrorStream(true)
                .start();
        String said = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Files.delete(password);
        if (initdb.waitFor() != 0) {
            throw new IOException("PostgreSQL could not make its data folder " + data() + ":\n" + said);
        }
    }

    private void checkVersion() throws IOException {
        String found = Files.readString(data().resolve("PG_VERSION")).strip();
        String ours = PostgresBinaries.VERSION.substring(0, PostgresBinaries.VERSION.indexOf('.'));
        if (!found.equals(ours)) {
            throw new IOException("The data in " + data() + " is of PostgreSQL " + found + ", this build carries " + ours
                    + ". Export it with the build it came from; docs/operate/upgrade.md says how.");
        }
    }

    private void launch() throws IOException, InterruptedException {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            if (answers()) {
                return;
            }
            // After a kill the old server may still be shutting down, and holds its lock file until it is gone.
            Thread.sleep(500);
        }
        throw new IOException("PostgreSQL did not start in " + home + "; is Dunwell already running on this folder? See " + log());
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of("sh", "-c", WATCHED, "dunwell-postgresql"));
        List<String> server = new ArrayList<>(List.of(
                bin.resolve("postgres").toString(),
                "-D",
                data().toString(),
                "-p",
                String.valueOf(secrets.port()),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "jit=off",
                "-c",
                "max_wal_size=2GB",
                "-c",
                "shared_buffers=256MB",
                "-c",
                "random_page_cost=1.1"));
        if (durability == Durability.FORGETFUL) {
            server.addAll(List.of("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"));
        }
        command.addAll(asOrdinaryUser(server));
        return command;
    }

    private boolean answers() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process != null && process.isAlive() && System.nanoTime() < end) {
            try (Connection connection = connect("postgres")) {
                return isOurs(connection);
            } catch (SQLException e) {
                Thread.sleep(50);
            }
        }
        return false;
    }

    /** Another server may answer on our port; ours has our data folder. */
    private boolean isOurs(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            var row = statement.executeQuery("show data_directory");
            row.next();
            return Path.of(row.getString(1)).equals(data());
        }
    }

    private void makeRoles() throws IOException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String[] role : new String[][] {{OWNER, secrets.owner()}, {APP, secrets.app()}}) {
                boolean exists = statement
                        .executeQuery("select 1 from pg_roles where rolname = '" + role[0] + "'")
                        .next();
                statement.execute((exists ? "alter role " : "create role ") + role[0]
                        + " login nosuperuser nobypassrls nocreatedb nocreaterole password '" + role[1] + "'");
            }
        } catch (SQLException e) {
            throw new IOException("PostgreSQL started but its roles could not be made; see " + log(), e);
        }
    }

    private Path log() {
        return home.resolve("postgresql.log");
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is not. */
    private static List<String> asOrdinaryUser(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        List<String> wrapped = new ArrayList<>(List.of("unshare", "--user"));
        wrapped.addAll(command);
        return wrapped;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
