package dev.dunwell.portal;

import dev.dunwell.access.Tenant;
import org.springframework.stereotype.Component;

/** Ends a payer's visit before it ends by itself, or goes on with it in another language. */
@Component
public class LeaveDoor {

    private final PayerSessions sessions;

    LeaveDoor(PayerSessions sessions) {
        this.sessions = sessions;
    }

    public void leave(Payer payer) {
        Tenant.runIn(
                payer.session().organisation(),
                () -> sessions.end(payer.session().id(), payer.now()));
    }

    /** @param language any; what we do not write becomes English */
    public void read(Payer payer, String language) {
        String written = DoorWords.of(language.length() > 20 ? "en" : language).language();
        Tenant.runIn(
                payer.session().organisation(),
                () -> sessions.read(payer.session().id(), written));
    }
}
