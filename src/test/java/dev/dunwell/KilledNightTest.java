package dev.dunwell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.jayway.jsonpath.JsonPath;
import dev.dunwell.demo.IbmBook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two organisations with the same book live the same nights. One of them is killed in each night, together with the
 * whole application, at a moment that a seed chooses; after the next start nobody can tell them apart.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledNightTest {

    private static final int CUSTOMERS = 700;
    /** So many mails go to the mailbox in one transaction. */
    private static final int AT_ONCE = 200;

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TWICE = """
            select message_id from sink_mail group by org_id, message_id having count(*) > 1
            union all
            select to_address || ' on ' || window_on from message group by org_id, to_address, window_on having count(*) > 1
            """;
    private static final String BOTH =
            "select id from organisation where name = 'Imported book' order by id desc limit 2";

    /** When to kill. */
    private enum Moment {
        /** The request has just left. */
        ASKED,
        /** The night has begun; items are being decided and messages written. */
        DECIDING,
        /** Some mails are in the mailbox, others are not. */
        LEAVING
    }

    private Path folder;
    private Installation installation;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        this.folder = folder;
        assumeTrue(Files.exists(Path.of("/usr/bin/curl")), "the guide's script needs curl");
        installation = Installation.in(folder);
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (installation != null) {
            installation.close();
        }
    }

    @Test
    void the_script_of_the_guide_brings_a_real_book_and_again_changes_nothing() throws Exception {
        String book = new IbmBook().file().toString();
        String first = guide(Map.of("KEY", Installation.KEY), book, "2013-06-30", "2013-06-28", "2013-06-30");
        assertThat(first)
                .contains("\"name\":\"not due\",\"count\":72,\"amount\":4284.29", "\"count\":12,\"amount\":835.56")
                .contains("\"totals\":[{\"currency\":\"EUR\",\"count\":84,\"amount\":5119.85}]")
                .contains("{\"date\":\"2013-06-30\",\"decided\":84,\"sent\":0,\"held\":75,");
        assertThat(guide(Map.of("ORGANISATION_KEY", key(first)), book, "2013-06-30"))
                .contains("committed: \"new\":0,\"changed\":0,\"same\":2466,\"wrong\":0")
                .contains("\"totals\":[{\"currency\":\"EUR\",\"count\":84,\"amount\":5119.85}]");
    }

    @Test
    void a_night_that_is_killed_ends_as_one_that_is_not() throws Exception {
        long seed = Long.getLong("dunwell.seed", 20261122);
        boolean isLong = Boolean.getBoolean("dunwell.soak");
        int rounds = isLong ? 5 : 1;
        List<Moment> moments = isLong ? List.of(Moment.values()) : List.of(Moment.DECIDING, Moment.LEAVING);
        var random = new Random(seed);
        var book = new SeededBook(seed, CUSTOMERS, FIRST);
        Path invoices = book.invoices(folder.resolve("invoices.csv"));
        Path contacts = book.contacts(folder.resolve("contacts.csv"));
        String undisturbed = found(invoices, contacts);
        String killed = found(invoices, contacts);
        LocalDate night = FIRST;
        for (int round = 0; round < rounds; round++) {
            for (Moment moment : moments) {
                String which = "seed %d, night of %s, killed when %s".formatted(seed, night, moment);
                Duration clean = run(undisturbed, night);
                kill(killed, night, moment, random, clean);
                installation.start();
                run(killed, night);
                assertEqual(which);
                night = night.plusDays(7);
            }
        }
    }

    /** One night as it is asked for over the API. @return how long it took */
    private Duration run(String key, LocalDate night) throws Exception {
        try (Visitor program = Visitor.withKey(installation.port(), key)) {
            program.json("PUT", "/api/v1/organisation/clock", "{\"today\":\"" + night + "\"}");
            long began = System.nanoTime();
            var answer = program.json("POST", "/api/v1/nights", "{\"date\":\"" + night + "\"}");
            assertThat(answer.statusCode())
                    .as("%s%n%s", answer.body(), installation.said())
                    .isEqualTo(200);
            assertThat(JsonPath.<Integer>read(answer.body(), "$.sent"))
                    .as("the night is not silent")
                    .isGreaterThan(50);
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    private void kill(String key, LocalDate night, Moment moment, Random random, Duration clean) throws Exception {
        try (Visitor program = Visitor.withKey(installation.port(), key);
                Connection database = installation.database()) {
            program.json("PUT", "/api/v1/organisation/clock", "{\"today\":\"" + night + "\"}");
            Thread asking = Thread.startVirtualThread(() -> {
                try {
                    program.json("POST", "/api/v1/nights", "{\"date\":\"" + night + "\"}");
                } catch (RuntimeException e) {
                    // it is killed while it answers
                }
            });
            String begun = "select count(*) from night_run where night_on = '" + night + "'";
            String mails = "select count(*) from message where state = 'sent' and window_on = '" + night + "'";
            long before = number(database, mails);
            switch (moment) {
                case ASKED -> TimeUnit.MILLISECONDS.sleep(random.nextInt(20));
                case DECIDING -> {
                    await(database, begun, 2);
                    TimeUnit.MILLISECONDS.sleep(random.nextLong(clean.toMillis() / 2));
                }
                case LEAVING -> await(database, mails, before + random.nextInt(1, AT_ONCE));
            }
            installation.kill();
            asking.join();
        }
    }

    private void assertEqual(String which) throws Exception {
        await("select count(*) = 0 from message where state in ('planned', 'claimed', 'sending', 'retry')");
        for (Map.Entry<String, String> trace : Traces.BY_NAME.entrySet()) {
            List<List<String>> both = new ArrayList<>();
            for (String organisation : installation.ask(BOTH)) {
                both.add(installation.ask(trace.getValue().formatted(organisation)));
            }
            assertThat(both.getFirst())
                    .as("%s: %s", which, trace.getKey())
                    .isNotEmpty()
                    .isEqualTo(both.getLast());
        }
        assertThat(installation.ask(TWICE)).as("%s: who hears twice", which).isEmpty();
    }

    /** Founds an organisation with the book. @return its key */
    private String found(Path invoices, Path contacts) throws Exception {
        var settings = Map.of("KEY", Installation.KEY, "CONTACTS", contacts.toString());
        return key(guide(settings, invoices.toString(), FIRST.minusDays(1).toString()));
    }

    private String guide(Map<String, String> settings, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "docs/guide/import-a-book.sh"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(settings);
        builder.environment().put("DUNWELL", "http://localhost:" + installation.port());
        Process script = builder.start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).as(said).isZero();
        return said;
    }

    private static String key(String said) {
        return said.lines()
                .filter(line -> line.contains("ORGANISATION_KEY="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();
    }

    private void await(String condition) throws IOException, SQLException, InterruptedException {
        try (Connection database = installation.database()) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!Installation.ask(database, condition).equals(List.of("t"))) {
                assertThat(System.nanoTime()).as(condition).isLessThan(end);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private static void await(Connection database, String count, long atLeast)
            throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (number(database, count) < atLeast) {
            assertThat(System.nanoTime()).as(count).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static long number(Connection database, String count) throws SQLException {
        return Long.parseLong(Installation.ask(database, count).getFirst());
    }
}
