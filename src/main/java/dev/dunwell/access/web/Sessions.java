package dev.dunwell.access.web;

import static org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

import dev.dunwell.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Sessions of signed-in people: begun anew at every sign-in, ended after eight idle hours and at the latest after a
 * week.
 */
@Component
class Sessions {

    private static final Duration IDLE = Duration.ofHours(8);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final String SIGNED_IN = SignedIn.class.getName();

    private final FindByIndexNameSessionRepository<?> kept;
    private final Clock clock;

    Sessions(FindByIndexNameSessionRepository<?> kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** A new session with a new id and a new form token: nothing planted or opened before is of use in it. */
    void begin(SignedIn who, HttpServletRequest request) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setMaxInactiveInterval(Math.toIntExact(IDLE.toSeconds()));
        session.setAttribute(SIGNED_IN, who);
        session.setAttribute(PRINCIPAL_NAME_INDEX_NAME, who.principalName());
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Ends the person's sessions on other devices. */
    void endOthers(long personId, HttpServletRequest request) {
        HttpSession own = request.getSession(false);
        Set<String> all =
                kept.findByPrincipalName(SignedIn.principalName(personId)).keySet();
        all.stream().filter(id -> own == null || !id.equals(own.getId())).forEach(kept::deleteById);
    }

    Optional<SignedIn> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(SIGNED_IN) instanceof SignedIn who)) {
            return Optional.empty();
        } else if (clock.millis() - session.getCreationTime() > LONGEST.toMillis()) {
            session.invalidate();
            return Optional.empty();
        } else {
            return Optional.of(who);
        }
    }
}
