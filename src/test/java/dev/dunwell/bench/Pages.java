package dev.dunwell.bench;

import dev.dunwell.Visitor;
import dev.dunwell.access.Actor;
import dev.dunwell.access.AddPerson;
import dev.dunwell.access.NewPerson;
import dev.dunwell.access.Role;
import dev.dunwell.access.Secret;
import dev.dunwell.access.Tenant;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;

/** What somebody who has signed in waits for a page, over the network and all. */
final class Pages implements AutoCloseable {

    private static final String EMAIL = "collector@bench.example";
    private static final int WARM_UP = 1_000;
    private static final int ASKED = 500;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Visitor visitor;

    Pages(House house) throws SQLException {
        Secret password = Tenant.in(
                Book.ORGANISATION,
                () -> Objects.requireNonNull(house.bean(AddPerson.class)
                        .add(new NewPerson("Collector", EMAIL, Role.COLLECTOR), Actor.automation("bench"))
                        .firstPassword()));
        house.command("update person set password_is_initial = false");
        this.visitor = Visitor.signedIn(house.port(), EMAIL, password.text());
    }

    /**
     * A line of the table.
     *
     * @param sql what the database alone takes for it, in nanoseconds; 0 when that was not measured
     * @param limit milliseconds, which 99 of 100 requests stay below
     */
    String row(String work, String path, long sql, long limit) {
        for (int i = 0; i < WARM_UP; i++) {
            ask(path);
        }
        long[] nanos = new long[ASKED];
        for (int i = 0; i < ASKED; i++) {
            nanos[i] = ask(path);
        }
        Timing timing = new Timing(nanos);
        return String.format(
                Locale.ROOT,
                "%-44s p50 %-8s p99 %-12s %-26s %8s  ≤ %-5s %s",
                work,
                Timing.millis(timing.median()),
                Timing.millis(timing.percentile(99)) + " ms",
                sql == 0 ? "" : Timing.millis(sql) + " ms",
                "p99",
                limit + " ms",
                timing.percentile(99) <= limit * NANOS_PER_MILLI ? "holds" : "missed");
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
