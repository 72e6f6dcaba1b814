package dev.dunwell.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.dunwell.access.Tenant;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where work is left to be done later. */
@Component
public class Jobs {

    // asked for late, because a job may itself leave jobs
    private final ObjectProvider<SchedulerClient> scheduler;

    Jobs(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Leaves a job in the caller's transaction: when that is rolled back, there is no job. The same job for the same
     * thing that is already waiting stays as it is.
     *
     * @param name the name of a {@link Job}
     * @param what which thing of its kind, usually an id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void schedule(String name, String what, Instant at) {
        int organisation = Tenant.current();
        var order = new JobOrder(organisation, what);
        scheduler.getObject().scheduleIfNotExists(new TaskInstance<>(name, organisation + "/" + what, order), at);
    }
}
