package dev.dunwell.messaging;

import dev.dunwell.access.Organisation;
import dev.dunwell.jobs.RecurringJob;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Finds messages whose sender died, however long the others take to leave: nobody waits longer than two minutes to see
 * what may have been sent.
 */
@Component
class FindLostJob implements RecurringJob {

    private final Deliver deliver;

    FindLostJob(Deliver deliver) {
        this.deliver = deliver;
    }

    @Override
    public String name() {
        return "lost-mail";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void work(Organisation organisation, Instant now) {
        deliver.settleLost(now);
    }
}
