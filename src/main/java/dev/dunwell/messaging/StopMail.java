package dev.dunwell.messaging;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The button for the worst moment: from the commit on nothing of the organisation leaves, also nothing that a sender
 * has claimed and not yet handed over. Nothing is lost; it waits until {@link ResumeMail}.
 */
@Component
public class StopMail {

    private final MailStops stops;
    private final Audit audit;

    StopMail(MailStops stops, Audit audit) {
        this.stops = stops;
        this.audit = audit;
    }

    /** @param why may be empty: whoever is in a hurry explains later. Pressing it twice is harmless */
    @Transactional
    public void stop(Actor actor, String why) {
        String reason = why.isBlank() ? "Stopped by hand." : why.strip();
        if (stops.begin(MailStop.Kind.ALL, null, reason, actor.name())) {
            audit.write(actor, "mail.stopped", "organisation", null, Map.of("reason", reason));
        }
    }
}
