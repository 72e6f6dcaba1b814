package dev.dunwell.conversations;

import dev.dunwell.access.Organisation;
import dev.dunwell.jobs.RecurringJob;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Looks into the mailbox every minute. */
@Component
class FetchMailJob implements RecurringJob {

    private final FetchMail fetchMail;

    FetchMailJob(FetchMail fetchMail) {
        this.fetchMail = fetchMail;
    }

    @Override
    public String name() {
        return "mail-in";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void work(Organisation organisation, Instant now) {
        fetchMail.fetch(now);
    }
}
