package dev.dunwell.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A durable PostgreSQL beside the application: its data in a folder of ours, reached on this machine only, stopped when
 * we stop, also when we are killed, and started again from whatever was left.
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

    /** The log keeps a week, a file per day, so that it never fills the disk. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "jit=off",
            "shared_buffers=256MB",
            "max_wal_size=2GB",
            "random_page_cost=1.1",
            "logging_collector=on",
            "log_filename=postgresql-%a.log",
            "log_truncate_on_rotation=on",
            "log_rotation_size=0");

    private static final List<String> FORGETFUL_SETTINGS =
            List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=400");

    private final FolderLock lock;
    private final Secrets secrets;
    private final Postmaster postmaster;

    private EmbeddedPostgres(FolderLock lock, Secrets secrets, Postmaster postmaster) {
        this.lock = lock;
        this.secrets = secrets;
        this.postmaster = postmaster;
    }

    /**
     * Starts it on the data in a folder, making it first when there is none. Takes seconds the first time, one later.
     *
     * @throws CannotStart when another Dunwell holds the folder, or the data is of another PostgreSQL version
     */
    public static EmbeddedPostgres start(Path folder, Durability durability) throws IOException, InterruptedException {
        Path home = folder.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.take(home);
        try {
            return start(home, lock, durability);
        } catch (IOException | InterruptedException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** How to reach one of its databases, as owner and as application. */
    public Connections connections(String database) {
        return new Connections(Postmaster.url(secrets, database), OWNER, secrets.owner(), APP, secrets.app());
    }

    /** As superuser, to make databases; the application never does. */
    public Connection connect(String database) throws SQLException {
        return Postmaster.connect(secrets, database);
    }

    /** Makes a database owned by {@link #OWNER} unless it is there, as a copy of a template. */
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
    public void close() throws IOException {
        try (lock) {
            postmaster.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static EmbeddedPostgres start(Path home, FolderLock lock, Durability durability)
            throws IOException, InterruptedException {
        Leftovers.clear(home);
        Programs programs = Programs.unpack(home);
        programs.check();
        Cluster cluster = new Cluster(home, programs);
        cluster.takeBack();
        Secrets secrets = Secrets.load(home);
        cluster.makeUnlessThere(secrets);
        cluster.checkVersion();
        List<String> settings = new ArrayList<>(SETTINGS);
        if (durability == Durability.FORGETFUL) {
            settings.addAll(FORGETFUL_SETTINGS);
        }
        Postmaster postmaster = Postmaster.start(cluster, secrets, settings);
        EmbeddedPostgres postgres = new EmbeddedPostgres(lock, secrets, postmaster);
        postgres.makeRoles();
        return postgres;
    }

    private void makeRoles() throws IOException, InterruptedException {
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
            postmaster.close();
            throw new IOException("the roles of the database could not be made", e);
        }
    }
}
