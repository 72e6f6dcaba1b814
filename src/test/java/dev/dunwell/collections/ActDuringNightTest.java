package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.Book;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** People go on working while the night decides about the same customers; neither gets in the way of the other. */
@DunwellTest
class ActDuringNightTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 3, 20);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    Book book;

    @Autowired
    DecideAll decideAll;

    @Autowired
    Organisations organisations;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_night_that_meets_an_act_waits_for_it_and_knows_of_it() throws Exception {
        long acme = book.customer("acme").id();
        book.invoice("acme", "A-1", Book.eur("100.00"), "2026-01-01", "2026-01-31");
        inside(() -> db.sql("update organisation set simulated_today = ?")
                .param(NIGHT.minusDays(9))
                .update());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Tally> night = inside(() -> {
                hold(acme);
                Future<Tally> begun = threads.submit(
                        () -> Tenant.in(book.organisation(), () -> decideAll.run(organisation(), NIGHT)));
                awaitOneThatWaits();
                return begun;
            });
            assertThat(night.get().reasons()).containsOnlyKeys(ReasonCode.HELD);
        }
        List<String> inForce = inside(() -> db.sql("select code from decision where superseded_on is null")
                .query(String.class)
                .list());
        assertThat(inForce).containsExactly("HELD");
    }

    private void hold(long customer) {
        db.sql("""
                insert into hold (customer_id, from_on, until_on, reason, author)
                values (?, ?, ?, 'Waits for the auditor.', 'Nora')
                """).params(customer, NIGHT.minusDays(9), NIGHT.plusDays(9)).update();
        events.publishEvent(new CustomersTouched(Set.of(customer)));
    }

    private void awaitOneThatWaits() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (waiting() == 0) {
            assertThat(System.nanoTime()).as("the night meets the act").isLessThan(end);
        }
    }

    private int waiting() {
        return db.sql("""
                select count(*)
                from pg_locks w
                join pg_locks h on h.pid = pg_backend_pid() and h.granted and h.locktype = 'transactionid'
                  and h.transactionid = w.transactionid
                where not w.granted
                """).query(Integer.class).single();
    }

    private Organisation organisation() {
        return organisations.current();
    }

    private <T> T inside(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Tenant.in(book.organisation(), () -> Objects.requireNonNull(transaction.execute(_ -> work.call())));
    }
}
