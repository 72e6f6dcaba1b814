package dev.dunwell.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks at the database before anything is written to it, and refuses one that would not wall organisations off. */
record DatabaseCheck(Connections connections) {

    private static final int OLDEST = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NO_CONNECTION = "08";
    private static final String STARTING_UP = "57P03";

    private static final String HOW_TO_MAKE = """
            As a superuser of the database, make two roles and a database, and give Dunwell the two passwords \
            (DUNWELL_DB_OWNER_PASSWORD, DUNWELL_DB_PASSWORD). With these names, leave out DUNWELL_DB_OWNER and \
            DUNWELL_DB_USER:
              create role dunwell_owner login password '…';
              create role dunwell_app login nosuperuser nobypassrls password '…';
              create database dunwell owner dunwell_owner;
            docs/operate/install.md says more.""";

    private static final String DANGER = """
            select case
              when r.rolsuper then 'is a superuser'
              when r.rolbypassrls then 'bypasses row-level security'
              when exists (
                select 1 from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p') and c.relpersistence <> 't')
                then 'owns tables'
              when pg_has_role(r.oid, d.datdba, 'member') then 'can act as the owner of the database'
            end
            from pg_roles r
            join pg_database d on d.datname = current_database()
            where r.rolname = current_user
            """;

    /** Waits a moment for a database that starts together with us. */
    void run() throws InterruptedException {
        try (Connection owner = connect(connections.owner(), connections.ownerPassword())) {
            int major = owner.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST) {
                throw new CannotStart(
                        "The database is PostgreSQL " + major + "; Dunwell needs " + OLDEST + " or newer.",
                        "Upgrade it, or leave DUNWELL_DB_URL out to use the PostgreSQL that comes with Dunwell.");
            }
        } catch (SQLException e) {
            throw cannotConnect(connections.owner(), e);
        }
        try (Connection app = connect(connections.app(), connections.appPassword())) {
            String danger = danger(app);
            if (danger != null) {
                throw new CannotStart(
                        "The role " + connections.app() + " " + danger
                                + ", so nothing would keep organisations apart from each other.",
                        HOW_TO_MAKE);
            }
        } catch (SQLException e) {
            throw cannotConnect(connections.app(), e);
        }
    }

    private Connection connect(String user, String password) throws SQLException, InterruptedException {
        long began = System.nanoTime();
        while (true) {
            try {
                return DriverManager.getConnection(connections.url(), user, password);
            } catch (SQLException e) {
                if (!isPassing(e) || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw e;
                }
                Thread.sleep(500);
            }
        }
    }

    private static boolean isPassing(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith(NO_CONNECTION) || state.equals(STARTING_UP);
    }

    private static @Nullable String danger(Connection app) throws SQLException {
        try (Statement statement = app.createStatement();
                ResultSet row = statement.executeQuery(DANGER)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private CannotStart cannotConnect(String role, SQLException e) {
        return new CannotStart(
                "The database " + connections.url() + " does not let in the role " + role + ": " + e.getMessage(),
                HOW_TO_MAKE);
    }
}
