package dev.dunwell.messaging;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the organisation's mail leave again after {@link StopMail}; each message is looked at once more before it does.
 */
@Component
public class ResumeMail {

    private final MailStops stops;
    private final Audit audit;

    ResumeMail(MailStops stops, Audit audit) {
        this.stops = stops;
        this.audit = audit;
    }

    /** Where nothing is stopped it does nothing. */
    @Transactional
    public void resume(Actor actor) {
        if (stops.end(MailStop.Kind.ALL, null, "released", actor.name())) {
            audit.write(actor, "mail.resumed", "organisation", null, Map.of());
        }
    }
}
