package dev.dunwell;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The whole application in a process of its own, with its own data folder and jobs: to be killed and started again. */
final class Installation implements AutoCloseable {

    static final String KEY = "the key of an installation of its own";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final int port;
    private Process process;

    private Installation(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.process = launch(folder, port);
    }

    static Installation in(Path folder) throws IOException, InterruptedException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = free.getLocalPort();
            free.close();
            var installation = new Installation(folder, port);
            installation.awaitReady();
            return installation;
        }
    }

    int port() {
        return port;
    }

    /** Starts it again after it was killed. */
    void start() throws IOException, InterruptedException {
        process = launch(folder, port);
        awaitReady();
    }

    /** As {@code kill -9}: nothing is said good-bye to. Its PostgreSQL is left as it is. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("process " + process.pid() + " cannot be killed");
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
    }

    /** As the superuser of its database, who sees every organisation. */
    Connection database() throws IOException, SQLException {
        Properties secret = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve("data/postgresql/database.secret"))) {
            secret.load(file);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + secret.getProperty("port") + "/dunwell",
                "postgres",
                secret.getProperty("superuser"));
    }

    /** The rows of an answer, their cells separated by bars. */
    List<String> ask(String sql) throws IOException, SQLException {
        try (Connection connection = database()) {
            return ask(connection, sql);
        }
    }

    static List<String> ask(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            int width = answer.getMetaData().getColumnCount();
            while (answer.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    cells.add(String.valueOf(answer.getString(i)));
                }
                rows.add(String.join(" | ", cells));
            }
        }
        return rows;
    }

    private static Process launch(Path folder, int port) throws IOException {
        var builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx768m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes(),
                Dunwell.class.getName());
        builder.environment()
                .putAll(Map.of(
                        "DUNWELL_DATA", folder.resolve("data").toString(),
                        "DUNWELL_PORT", String.valueOf(port),
                        "DUNWELL_INSTALLATION_KEY", KEY));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()))
                .start();
    }

    /** The last lines of its log, for a test that fails. */
    String said() throws IOException {
        List<String> lines = Files.readAllLines(log(folder));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 100), lines.size()));
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("It does not start:\n" + Files.readString(log(folder)));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static Path log(Path folder) {
        return folder.resolve("dunwell.log");
    }

    private boolean answers() throws InterruptedException {
        var ready = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** What is on our own class path, but for the tests, whose components do not belong into the application. */
    private static String classes() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(java.io.File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }
}
