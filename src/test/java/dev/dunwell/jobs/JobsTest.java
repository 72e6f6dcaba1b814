package dev.dunwell.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
@Import({JobsTest.Greet.class, DueJobs.class})
class JobsTest {

    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");

    /** A job that fails for as long as a test wants. */
    @TestComponent
    static class Greet implements Job {
        final List<String> greeted = new ArrayList<>();
        boolean fails;

        @Override
        public String name() {
            return "greet";
        }

        @Override
        public void work(Organisation organisation, String what) {
            if (fails) {
                throw new IllegalStateException("nobody there");
            }
            greeted.add(organisation.name() + " " + what + " " + Tenant.current());
        }
    }

    @Autowired
    Jobs jobs;

    @Autowired
    Greet greet;

    @Autowired
    DueJobs due;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void organisation() {
        greet.greeted.clear();
        greet.fails = false;
        in(() -> db.sql("""
            insert into organisation (id, name, currency, zone, locale)
            values (7, 'Meridian', 'GBP', 'Europe/London', 'en')
            on conflict do nothing
            """).update());
    }

    private void in(Runnable work) {
        Tenant.runIn(7, () -> new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run()));
    }

    @Test
    void a_job_runs_once_for_its_organisation_when_its_time_has_come() {
        in(() -> jobs.schedule("greet", "a", NOW));
        in(() -> jobs.schedule("greet", "a", NOW));
        due.run(NOW.minusSeconds(1));
        assertThat(greet.greeted).isEmpty();
        due.run(NOW);
        due.run(NOW.plusSeconds(60));
        assertThat(greet.greeted).containsExactly("Meridian a 7");
    }

    @Test
    void a_job_goes_when_its_transaction_goes() {
        Tenant.runIn(
                7,
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    jobs.schedule("greet", "b", NOW);
                    status.setRollbackOnly();
                }));
        due.run(NOW);
        assertThat(greet.greeted).isEmpty();
    }

    @Test
    void a_job_that_fails_is_tried_again_later() {
        greet.fails = true;
        in(() -> jobs.schedule("greet", "c", NOW));
        due.run(NOW);
        greet.fails = false;
        due.run(NOW.plusSeconds(30));
        assertThat(greet.greeted).isEmpty();
        due.run(NOW.plus(Duration.ofMinutes(1)));
        assertThat(greet.greeted).containsExactly("Meridian c 7");
    }
}
