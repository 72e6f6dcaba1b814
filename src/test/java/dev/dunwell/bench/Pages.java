package dev.dunwell.bench;

import dev.dunwell.Visitor;
import dev.dunwell.access.Actor;
import dev.dunwell.access.AddPerson;
import dev.dunwell.access.NewPerson;
import dev.dunwell.access.Role;
import dev.dunwell.access.Secret;
import dev.dunwell.access.Tenant;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What somebody who has signed in waits for a page, over the network and all. */
final class Pages implements AutoCloseable {

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final int WARM_UP = 300;
    private static final int ASKED = 101;
    private static final int ROUNDS = 5;
    /** However slow a page is, it is not asked for longer, in nanoseconds. */
    private static final long PATIENCE = 30_000_000_000L;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Visitor visitor;

    Pages(House house) throws SQLException {
        String email = "collector%d@bench.example".formatted(PEOPLE.incrementAndGet());
        Secret password = Tenant.in(
                Book.ORGANISATION,
                () -> Objects.requireNonNull(house.bean(AddPerson.class)
                        .add(new NewPerson("Collector", email, Role.COLLECTOR), Actor.automation("bench"))
                        .firstPassword()));
        house.command("update person set password_is_initial = false");
        this.visitor = Visitor.signedIn(house.port(), email, password.text());
    }

    /**
     * A line of the table: the quietest of some rounds, because whatever else the machine does only adds.
     *
     * @param sql what the database alone takes for it, in nanoseconds; 0 when that was not measured
     * @param limit milliseconds, which 99 of 100 requests stay below
     */
    String row(String work, String path, long sql, long limit) {
        long begun = System.nanoTime();
        for (int i = 0; i < WARM_UP && System.nanoTime() - begun < PATIENCE; i++) {
            ask(path);
        }
        Duration before = work();
        Timing timing = round(path);
        int asked = ASKED;
        for (int i = 1; i < ROUNDS && System.nanoTime() - begun < PATIENCE; i++) {
            Timing next = round(path);
            asked += ASKED;
            timing = next.percentile(99) < timing.percentile(99) ? next : timing;
        }
        Duration each = work().minus(before).dividedBy(asked);
        return String.format(
                Locale.ROOT,
                "%-44s p50 %-8s p99 %-12s %-26s %8s  ≤ %-5s %-7s work %s ms",
                work,
                Timing.millis(timing.median()),
                Timing.millis(timing.percentile(99)) + " ms",
                sql == 0 ? "" : Timing.millis(sql) + " ms",
                "p99",
                limit + " ms",
                timing.percentile(99) <= limit * NANOS_PER_MILLI ? "holds" : "missed",
                Timing.millis(each.toNanos()));
    }

    /** Processor time of this program, its visitor included, and of the database; no matter what else is running. */
    private static Duration work() {
        return Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Timing round(String path) {
        long[] nanos = new long[ASKED];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = ask(path);
        }
        return new Timing(nanos);
    }

    private long ask(String path) {
        long begun = System.nanoTime();
        var answer = visitor.get(path);
        long nanos = System.nanoTime() - begun;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return nanos;
    }

    @Override
    public void close() {
        visitor.close();
    }
}
