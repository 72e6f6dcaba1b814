package dev.dunwell.messaging.web;

import dev.dunwell.messaging.MailStop;
import dev.dunwell.messaging.MailStops;
import java.util.List;

/**
 * What messaging/mail-stop shows.
 *
 * @param running what keeps mail now, the oldest first
 * @param ended what kept it lately, the newest first
 */
public record MailStopView(List<MailStop> running, List<MailStops.Ended> ended, boolean mayStop, boolean mayRelease) {

    public boolean isAllStopped() {
        return running.stream().anyMatch(stop -> stop.kind() == MailStop.Kind.ALL);
    }
}
