package dev.dunwell.messaging;

import dev.dunwell.access.Organisation;
import dev.dunwell.jobs.RecurringJob;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Lets text messages leave and notices appear during the day, soon after their hour. */
@Component
class SendSmsJob implements RecurringJob {

    private final SendSms sendSms;
    private final PostNotices postNotices;

    SendSmsJob(SendSms sendSms, PostNotices postNotices) {
        this.sendSms = sendSms;
        this.postNotices = postNotices;
    }

    @Override
    public String name() {
        return "text messages and notices";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void work(Organisation organisation, Instant now) {
        postNotices.run(organisation, now);
        sendSms.run(organisation, now);
    }
}
