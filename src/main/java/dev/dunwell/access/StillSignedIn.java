package dev.dunwell.access;

import java.util.Optional;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Whether somebody whose request is long under way may still be answered: the session goes on, for the same
 * organisation, and the person still works there. Asking does not prolong the session.
 */
@Component
public class StillSignedIn {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Presences presences;

    StillSignedIn(FindByIndexNameSessionRepository<? extends Session> sessions, Presences presences) {
        this.sessions = sessions;
        this.presences = presences;
    }

    /** @param who as the session said when the request began */
    public boolean isTrue(String sessionId, SignedIn who) {
        return Optional.ofNullable(sessions.findById(sessionId))
                        .filter(session -> !session.isExpired())
                        .map(session -> session.<Object>getAttribute(SignedIn.class.getName()))
                        .filter(who::equals)
                        .isPresent()
                && presences.of(who).isPresent();
    }
}
