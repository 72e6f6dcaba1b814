package dev.dunwell.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where the data is: the embedded PostgreSQL in the data folder, or, when {@code DUNWELL_DB_URL} names one, yours. The
 * application connects as a role that owns nothing; only the migrations run as the owner.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseSetup {

    private static final String EMBEDDED = "'${dunwell.db.url:}'.isEmpty()";

    /** How to reach the database, as its owner and as the application. */
    record Connections(String url, String owner, String ownerPassword, String app, String appPassword) {}

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
        return new Connections(
                postgres.url("dunwell"),
                EmbeddedPostgres.OWNER,
                postgres.ownerPassword(),
                EmbeddedPostgres.APP,
                postgres.appPassword());
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

    @Bean
    DataSource dataSource(Connections connections, @Value("${dunwell.db.pool:16}") int size) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(connections.url);
        pool.setUsername(connections.app);
        pool.setPassword(connections.appPassword);
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(5_000);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "dunwell");
        return pool;
    }

    @Bean
    Flyway flyway(Connections connections) {
        return Flyway.configure()
                .dataSource(connections.url, connections.owner, connections.ownerPassword)
                .locations("classpath:db/migration", "classpath:db/views")
                .placeholders(java.util.Map.of("app_role", connections.app))
                .load();
    }

    @Bean
    FlywayMigrationInitializer migrations(Flyway flyway) {
        return new FlywayMigrationInitializer(flyway);
    }

    /** Refuses to start as a role that row-level security does not bind. */
    @Bean
    @DependsOn("migrations")
    RoleCheck roleCheck(DataSource dataSource) {
        @Nullable String danger = JdbcClient.create(dataSource)
                .sql("""
                        select case
                          when r.rolsuper then 'is a superuser'
                          when r.rolbypassrls then 'bypasses row-level security'
                          when exists (select 1 from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')) then 'owns tables'
                          end
                        from pg_roles r
                        where r.rolname = current_user
                        """)
                .query(String.class)
                .optional()
                .orElse(null);
        if (danger != null) {
            throw new IllegalStateException("The application's database role " + danger
                    + ", so organisations would not be walled off from each other. Make a role of its own:"
                    + " create role dunwell_app login nosuperuser nobypassrls; see docs/operate/install.md.");
        }
        return new RoleCheck();
    }

    /** That the check was made. */
    record RoleCheck() {}
}
