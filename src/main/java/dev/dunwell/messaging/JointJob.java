package dev.dunwell.messaging;

import dev.dunwell.access.Organisation;
import dev.dunwell.jobs.RecurringJob;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Lets joint mails leave soon after their hour, whichever vendor's turn it is. */
@Component
class JointJob implements RecurringJob {

    private final DeliverJoint deliverJoint;

    JointJob(DeliverJoint deliverJoint) {
        this.deliverJoint = deliverJoint;
    }

    @Override
    public String name() {
        return "joint-mail";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void work(Organisation organisation, Instant now) {
        deliverJoint.run(now);
    }
}
