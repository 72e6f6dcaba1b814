package dev.dunwell.bench;

import dev.dunwell.Dunwell;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import dev.dunwell.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole product running on a fresh, durable database of its own, with a way to write SQL beside it. */
final class House implements AutoCloseable {

    private static final int FETCHED_AT_ONCE = 10_000;
    private static final String WRITTEN_BY_A_NIGHT =
            "decision, step_taken, message, send_journal, customer_standing, night_run";

    private final ConfigurableApplicationContext context;
    private final Connection superuser;
    private final JdbcTemplate db;
    private final TransactionTemplate transaction;

    House(Path folder, String... settings) throws IOException, SQLException {
        deleteAll(folder);
        this.context = new SpringApplicationBuilder(Dunwell.class)
                .run(Stream.concat(
                                Stream.of(
                                        "--dunwell.data-dir=" + folder,
                                        "--server.port=0",
                                        "--dunwell.jobs.enabled=false",
                                        "--logging.level.root=error"),
                                Stream.of(settings))
                        .toArray(String[]::new));
        this.superuser = bean(EmbeddedPostgres.class).connect("dunwell");
        this.db = bean(JdbcTemplate.class);
        this.transaction = new TransactionTemplate(bean(PlatformTransactionManager.class));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> Stream<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values().stream();
    }

    Connection superuser() {
        return superuser;
    }

    int port() {
        return Integer.parseInt(Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
    }

    Organisation organisation() {
        return Tenant.in(Book.ORGANISATION, () -> bean(Organisations.class).current());
    }

    /**
     * Runs the statements of a file one after another in one transaction, as the application's role and for the
     * organisation.
     */
    void run(String file) {
        run(file, _ -> {});
    }

    /** The same, with something to do in the place of the statement {@code :copy}. */
    void run(String file, Copy copy) {
        execute(statements(file), copy);
    }

    /** The file but for the statements that begin so. */
    void runWithout(List<String> leftOut, String file) {
        execute(
                statements(file).stream()
                        .filter(statement -> leftOut.stream().noneMatch(statement::startsWith))
                        .toList(),
                _ -> {});
    }

    private void execute(List<String> statements, Copy copy) {
        Tenant.runIn(
                Book.ORGANISATION,
                () -> transaction.executeWithoutResult(_ -> statements.forEach(statement -> {
                    if (statement.equals(":copy")) {
                        db.execute((ConnectionCallback<Boolean>) connection -> {
                            copy.into(connection);
                            return true;
                        });
                    } else {
                        db.execute(statement);
                    }
                })));
    }

    /** Fills a staging table. */
    @FunctionalInterface
    interface Copy {
        void into(Connection connection) throws SQLException;
    }

    /** Runs a select of a file and reads every column of every row. */
    long read(String file) {
        JdbcTemplate streaming = new JdbcTemplate(Objects.requireNonNull(db.getDataSource()));
        streaming.setFetchSize(FETCHED_AT_ONCE);
        long[] characters = new long[1];
        Tenant.runIn(
                Book.ORGANISATION,
                () -> transaction.executeWithoutResult(_ ->
                        streaming.query(statements(file).getFirst(), row -> {
                            int columns = row.getMetaData().getColumnCount();
                            for (int column = 1; column <= columns; column++) {
                                String text = row.getString(column);
                                characters[0] += text == null ? 0 : text.length();
                            }
                        })));
        return characters[0];
    }

    /**
     * As before the first night, on tables that hold nothing (nor what hangs on them), with what was written so far on
     * disk.
     */
    void forgetNights() throws SQLException {
        command("truncate " + WRITTEN_BY_A_NIGHT + " cascade");
        command("checkpoint");
    }

    void command(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    /** One value, as text. */
    String ask(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            var row = statement.executeQuery(sql);
            row.next();
            return row.getString(1);
        }
    }

    private static List<String> statements(String file) {
        try (var in = Objects.requireNonNull(House.class.getResourceAsStream("/bench/" + file + ".sql"), file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(":today", "date '" + Book.TODAY + "'")
                    .replace(":tolerance", "100");
            return Stream.of(text.split(";\\s*\\n")).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
        context.close();
    }
}
