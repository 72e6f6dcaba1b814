package dev.dunwell;

import dev.dunwell.database.Connections;
import dev.dunwell.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL for all tests of a process; each Spring context gets a fresh database, copied from a migrated
 * template. The server's folder is kept under target, so that only the first run after {@code mvn clean} has to make
 * it.
 */
public final class TestDatabase {

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres POSTGRES = start();

    private TestDatabase() {}

    /** What this process keeps to itself: two of them run the tests side by side. */
    static Path folder() {
        return Path.of("target", "fork-" + System.getProperty("dunwell.fork", "0"));
    }

    /** Settings of a fresh database, by property name. */
    public static Map<String, String> fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        try {
            POSTGRES.makeDatabase(name, TEMPLATE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Connections connections = POSTGRES.connections(name);
        return Map.of(
                "dunwell.db.url", connections.url(),
                "dunwell.db.user", connections.app(),
                "dunwell.db.password", connections.appPassword(),
                "dunwell.db.owner", connections.owner(),
                "dunwell.db.owner-password", connections.ownerPassword(),
                "dunwell.db.pool", "8");
    }

    /** The server itself, for tests that look at it as its superuser. */
    public static EmbeddedPostgres server() {
        return POSTGRES;
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres =
                    EmbeddedPostgres.start(folder().resolve("postgresql"), EmbeddedPostgres.Durability.FORGETFUL);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres)));
            dropDatabasesOfEarlierRuns(postgres);
            postgres.makeDatabase(TEMPLATE, "template1");
            postgres.connections(TEMPLATE).migrations().migrate();
            return postgres;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The tests' PostgreSQL does not start; delete " + folder(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void dropDatabasesOfEarlierRuns(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.connect("postgres");
                Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("""
                select datname
                from pg_database
                where datname = '%s' or datname like 'test\\_%%'
                """.formatted(TEMPLATE))) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            for (String name : names) {
                statement.execute("drop database " + name + " with (force)");
            }
        }
    }

    private static void stop(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
