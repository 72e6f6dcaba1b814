package dev.dunwell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class EmbeddedPostgresTest {

    @TempDir
    Path home;

    @BeforeEach
    void borrow_the_programs_instead_of_unpacking_them_each_time() throws IOException {
        Path shared = Files.createDirectories(Path.of("target", "programs").toAbsolutePath());
        Programs programs = Programs.unpack(shared);
        Files.createSymbolicLink(home.resolve(programs.folder().getFileName()), programs.folder());
    }

    @Test
    void what_was_committed_is_there_after_a_restart() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            run(postgres, "create table kept as select 42 as answer");
        }
        try (EmbeddedPostgres postgres = start()) {
            assertThat(ask(postgres, "select answer from kept")).isEqualTo("42");
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void a_server_that_is_killed_comes_back_on_the_same_port() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            run(postgres, "create table kept as select 42 as answer");
            long first = postmaster();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            assertThat(askUntilAnswered(postgres, "select answer from kept")).isEqualTo("42");
            assertThat(postmaster()).isNotEqualTo(first);
        }
    }

    @Test
    void a_second_dunwell_on_the_same_folder_is_told_which_process_is_in_its_way() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(this::start)
                    .withMessageContaining("already running on the folder " + home)
                    .withMessageContaining("process " + ProcessHandle.current().pid());
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_process_number_left_behind_and_given_to_another_program_is_not_in_the_way() throws Exception {
        start().close();
        Files.writeString(
                home.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n");
        try (EmbeddedPostgres postgres = start()) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void the_port_stays_the_same_until_another_program_has_it() throws Exception {
        start().close();
        int port = port();
        start().close();
        assertThat(port()).isEqualTo(port);
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                EmbeddedPostgres postgres = start()) {
            assertThat(port()).isNotEqualTo(other.getLocalPort());
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void data_of_another_major_version_is_refused_and_left_alone() throws Exception {
        start().close();
        Files.writeString(home.resolve("data/PG_VERSION"), "17\n");
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(this::start)
                .withMessageContaining("is of PostgreSQL 17; this build carries PostgreSQL 18");
        assertThat(home.resolve("data/PG_VERSION")).hasContent("17");
    }

    @Test
    void the_passwords_are_readable_by_their_owner_alone_and_needed() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("database.secret"))))
                    .isEqualTo("rw-------");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(
                            postgres.connections("postgres").url(), "postgres", "postgres"))
                    .withMessageContaining("password authentication failed");
        }
    }

    @Test
    void the_application_may_not_be_a_superuser_or_the_owner() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            postgres.makeDatabase("dunwell", "template1");
            Connections right = postgres.connections("dunwell");
            new DatabaseCheck(right).run();
            Connections wrong = new Connections(
                    right.url(), right.owner(), right.ownerPassword(), right.owner(), right.ownerPassword());
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> new DatabaseCheck(wrong).run())
                    .withMessageContaining("can act as the owner of the database")
                    .withMessageContaining("create role dunwell_owner");
            run(postgres, "alter role dunwell_app superuser");
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> new DatabaseCheck(right).run())
                    .withMessageContaining("dunwell_app is a superuser");
        }
    }

    private EmbeddedPostgres start() throws IOException, InterruptedException {
        return EmbeddedPostgres.start(home, EmbeddedPostgres.Durability.DURABLE);
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(home.resolve("data/postmaster.pid")).getFirst());
    }

    private int port() throws IOException {
        return Files.readAllLines(home.resolve("database.secret")).stream()
                .filter(line -> line.startsWith("port="))
                .mapToInt(line -> Integer.parseInt(line.substring("port=".length())))
                .findFirst()
                .orElseThrow();
    }

    private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String askUntilAnswered(EmbeddedPostgres postgres, String sql) throws SQLException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        SQLException last = null;
        while (System.nanoTime() < end) {
            try {
                return ask(postgres, sql);
            } catch (SQLException e) {
                last = e;
            }
        }
        throw new SQLException("no answer within 30 seconds", last);
    }
}
