package dev.dunwell.messaging.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.Warnings;
import dev.dunwell.messaging.MailStop;
import dev.dunwell.messaging.MailStops;
import dev.dunwell.web.Notice;
import java.util.List;
import org.springframework.stereotype.Component;

/** While mail is stopped, or a night waits for a yes, every page says so. */
@Component
class StopWarnings implements Warnings {

    private final MailStops stops;

    StopWarnings(MailStops stops) {
        this.stops = stops;
    }

    @Override
    public List<Notice> of(Caller caller) {
        return stops.running().stream()
                .filter(stop -> stop.kind() != MailStop.Kind.DECIDING)
                .map(stop -> new Notice(text(stop), "Look", "/mail-stop"))
                .toList();
    }

    private static String text(MailStop stop) {
        return switch (stop.kind()) {
            case ALL -> "All mail is stopped by " + stop.author() + ": nothing leaves. " + stop.reason();
            case INSTALLATION -> "Mail of the whole installation is stopped: nothing leaves. " + stop.reason();
            case BRAKE -> "The night of " + stop.windowOn() + " waits for a yes. " + stop.reason();
            case DECIDING -> stop.reason();
        };
    }
}
