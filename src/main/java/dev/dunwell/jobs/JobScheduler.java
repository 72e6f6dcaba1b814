package dev.dunwell.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import tools.jackson.databind.json.JsonMapper;

/**
 * The scheduler of this node. Any number of nodes share the table of jobs; a dead node's job is taken over after a
 * minute.
 *
 * <p>With {@code dunwell.jobs.enabled=false} jobs can be left here and are done by other nodes.
 */
@Configuration(proxyBeanMethods = false)
class JobScheduler {

    private static final int THREADS = 8;

    @Bean(destroyMethod = "")
    @DependsOn("migrations")
    Scheduler scheduler(DataSource database, JobTasks tasks, JsonMapper json, Clock clock) {
        return Scheduler.create(new TransactionAwareDataSourceProxy(database), tasks.once())
                .startTasks(tasks.recurring())
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .serializer(new AsJson(json))
                .clock(clock::instant)
                .threads(THREADS)
                .pollingInterval(Duration.ofSeconds(2))
                .heartbeatInterval(Duration.ofSeconds(10))
                .missedHeartbeatsLimit(6)
                .shutdownMaxWait(Duration.ofSeconds(30))
                .alwaysPersistTimestampInUTC()
                .build();
    }

    @Bean
    SmartLifecycle schedulerRuns(Scheduler scheduler, @Value("${dunwell.jobs.enabled:true}") boolean isEnabled) {
        return new Runs(scheduler, isEnabled);
    }

    /** Starts when everything else is there and stops before anything else goes. */
    private record Runs(Scheduler scheduler, boolean isAutoStartup) implements SmartLifecycle {

        @Override
        public void start() {
            scheduler.start();
        }

        @Override
        public void stop() {
            scheduler.stop();
        }

        @Override
        public boolean isRunning() {
            var state = scheduler.getSchedulerState();
            return state.isStarted() && !state.isShuttingDown();
        }
    }
}
