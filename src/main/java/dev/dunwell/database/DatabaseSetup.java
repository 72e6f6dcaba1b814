package dev.dunwell.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the data is: the embedded PostgreSQL in the data folder, or, when {@code DUNWELL_DB_URL} names one, yours. The
 * application connects as a role that owns nothing; only the migrations run as the owner.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseSetup {

    private static final String EMBEDDED = "'${dunwell.db.url:}'.isEmpty()";

    @Bean(destroyMethod = "close")
    @ConditionalOnExpression(EMBEDDED)
    EmbeddedPostgres embeddedPostgres(@Value("${dunwell.data-dir:data}") Path folder)
            throws IOException, InterruptedException, SQLException {
        EmbeddedPostgres postgres =
                EmbeddedPostgres.start(folder.resolve("postgresql"), EmbeddedPostgres.Durability.DURABLE);
        postgres.makeDatabase("dunwell", "template1");
        return postgres;
    }

    @Bean
    @ConditionalOnExpression(EMBEDDED)
    Connections embeddedConnections(EmbeddedPostgres postgres) {
        return postgres.connections("dunwell");
    }

    @Bean
    @ConditionalOnExpression("!" + EMBEDDED)
    Connections namedConnections(
            @Value("${dunwell.db.url}") String url,
            @Value("${dunwell.db.user}") String app,
            @Value("${dunwell.db.password:}") String appPassword,
            @Value("${dunwell.db.owner}") String owner,
            @Value("${dunwell.db.owner-password:}") String ownerPassword) {
        return new Connections(url, owner, ownerPassword, app, appPassword);
    }

    /** Everything that talks to the database comes after this, so it is checked before it is used. */
    @Bean
    DatabaseCheck databaseCheck(Connections connections) throws InterruptedException {
        DatabaseCheck check = new DatabaseCheck(connections);
        check.run();
        return check;
    }

    @Bean
    DataSource dataSource(
            DatabaseCheck checked,
            @Value("${dunwell.db.pool:16}") int size,
            @Value("${dunwell.db.statement-timeout:5m}") Duration longest) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("database");
        pool.setJdbcUrl(checked.connections().url());
        pool.setUsername(checked.connections().app());
        pool.setPassword(checked.connections().appPassword());
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(5_000);
        pool.setValidationTimeout(2_000);
        pool.setLeakDetectionThreshold(longest.multipliedBy(2).toMillis());
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "dunwell");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // No answer much later than the server itself gives up means that there is no server.
        pool.addDataSourceProperty("socketTimeout", String.valueOf(longest.toSeconds() + 30));
        pool.addDataSourceProperty("options", timeouts(longest));
        return pool;
    }

    @Bean
    Flyway flyway(DatabaseCheck checked) {
        return checked.connections().migrations();
    }

    @Bean
    FlywayMigrationInitializer migrations(Flyway flyway) {
        return new FlywayMigrationInitializer(flyway);
    }

    private static String timeouts(Duration longest) {
        return "-c statement_timeout=" + longest.toMillis()
                + " -c idle_in_transaction_session_timeout=" + longest.toMillis()
                + " -c lock_timeout=30s";
    }
}
