package dev.dunwell;

import dev.dunwell.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** One PostgreSQL for all tests of a run; each Spring context gets a fresh database, copied from a migrated template. */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres POSTGRES = start();

    private TestDatabase() {}

    /** Settings of a fresh database, by property name. */
    public static Map<String, String> fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        try {
            POSTGRES.makeDatabase(name, "migrated");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "dunwell.db.url", POSTGRES.url(name),
                "dunwell.db.user", EmbeddedPostgres.APP,
                "dunwell.db.password", POSTGRES.appPassword(),
                "dunwell.db.owner", EmbeddedPostgres.OWNER,
                "dunwell.db.owner-password", POSTGRES.ownerPassword());
    }

    /** The server itself, for tests that look at it as its superuser. */
    public static EmbeddedPostgres server() {
        return POSTGRES;
    }

    private static EmbeddedPostgres start() {
        try {
            Path target = Path.of("target").toAbsolutePath();
            Path home = Files.createTempDirectory(Files.createDirectories(target), "postgresql-");
            EmbeddedPostgres postgres = EmbeddedPostgres.start(home, EmbeddedPostgres.Durability.FORGETFUL);
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            postgres.makeDatabase("migrated", "template1");
            Flyway.configure()
                    .dataSource(postgres.url("migrated"), EmbeddedPostgres.OWNER, postgres.ownerPassword())
                    .locations("classpath:db/migration", "classpath:db/views")
                    .placeholders(Map.of("app_role", EmbeddedPostgres.APP))
                    .load()
                    .migrate();
            return postgres;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
