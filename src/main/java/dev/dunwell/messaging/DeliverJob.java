package dev.dunwell.messaging;

import dev.dunwell.access.Organisation;
import dev.dunwell.jobs.RecurringJob;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Lets messages leave during the day, soon after their hour. */
@Component
class DeliverJob implements RecurringJob {

    private final Deliver deliver;

    DeliverJob(Deliver deliver) {
        this.deliver = deliver;
    }

    @Override
    public String name() {
        return "deliver";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void work(Organisation organisation, Instant now) {
        deliver.run(organisation, now);
    }
}
