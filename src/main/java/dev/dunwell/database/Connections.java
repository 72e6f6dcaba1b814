package dev.dunwell.database;

import java.util.Map;
import org.flywaydb.core.Flyway;

/** How to reach a database: as the owner of the tables to migrate it, as the application for everything else. */
public record Connections(String url, String owner, String ownerPassword, String app, String appPassword) {

    /** The one history of all migrations, and the views that are made anew after them. */
    public Flyway migrations() {
        return Flyway.configure()
                .dataSource(url, owner, ownerPassword)
                .locations("classpath:db/migration", "classpath:db/views")
                .placeholders(Map.of("app_role", app))
                .outputQueryResults(false)
                // By default Flyway lets an older build start on a newer schema.
                .ignoreMigrationPatterns(new String[0])
                .load();
    }
}
