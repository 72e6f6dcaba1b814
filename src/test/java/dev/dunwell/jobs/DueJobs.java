package dev.dunwell.jobs;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.json.JsonMapper;

/** Runs by hand the jobs that are due, in tests, where none runs by itself. */
@TestComponent
public class DueJobs {

    private final SettableClock clock = new SettableClock();
    private final ManualScheduler scheduler;

    DueJobs(DataSource database, JobTasks tasks, JsonMapper json) {
        var builder = TestHelper.createManualScheduler(database, tasks.once()).clock(clock);
        builder.serializer(new AsJson(json));
        builder.alwaysPersistTimestampInUTC();
        this.scheduler = builder.build();
    }

    /** Runs what was left to be done by {@code now}, in this thread. */
    public void run(Instant now) {
        clock.set(now);
        scheduler.runAnyDueExecutions();
    }
}
