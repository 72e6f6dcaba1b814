package dev.dunwell.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The jobs of all modules as the scheduler knows them. */
@Component
class JobTasks {

    private static final Logger log = LoggerFactory.getLogger(JobTasks.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final ObjectProvider<Job> jobs;
    private final ObjectProvider<RecurringJob> recurringJobs;
    private final Organisations organisations;
    private final Clock clock;

    JobTasks(
            ObjectProvider<Job> jobs,
            ObjectProvider<RecurringJob> recurringJobs,
            Organisations organisations,
            Clock clock) {
        this.jobs = jobs;
        this.recurringJobs = recurringJobs;
        this.organisations = organisations;
        this.clock = clock;
    }

    List<Task<?>> once() {
        return jobs.orderedStream().<Task<?>>map(this::task).toList();
    }

    List<RecurringTask<Void>> recurring() {
        return recurringJobs.orderedStream().map(this::task).toList();
    }

    private OneTimeTask<JobOrder> task(Job job) {
        return Tasks.oneTime(job.name(), JobOrder.class)
                .onFailure(JobTasks::later)
                .onDeadExecutionRevive()
                .execute((instance, _) -> {
                    JobOrder order = instance.getData();
                    Tenant.runIn(order.organisation(), () -> job.work(organisations.current(), order.what()));
                });
    }

    private RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((_, _) -> runForAll(job));
    }

    void runForAll(RecurringJob job) {
        for (Organisation organisation : organisations.all()) {
            try {
                Tenant.runIn(organisation.id(), () -> job.work(organisation, clock.instant()));
            } catch (RuntimeException e) {
                log.error("The job {} failed for organisation {}; it is tried again", job.name(), organisation.id(), e);
            }
        }
    }

    /** After 1, 2, 4 … minutes, at most an hour: a job that cannot succeed must not crowd out the others. */
    private static void later(ExecutionComplete failed, ExecutionOperations<JobOrder> operations) {
        int times = failed.getExecution().consecutiveFailures;
        Duration pause = Duration.ofMinutes(1L << Math.min(times, 6));
        operations.reschedule(
                failed, failed.getTimeDone().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
    }
}
