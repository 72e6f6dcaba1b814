package dev.dunwell.access;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/**
 * Who stands behind one request, as the database has it at that moment: a role taken away is gone with the next
 * request.
 *
 * @param name unique in the installation, for logs and for what is kept per caller: {@code person:7}, {@code key:3}
 * @param hasChoice a person who works for several organisations
 * @param hasFirstPassword a person who still has the password somebody else chose
 */
public record Presence(String name, Caller caller, boolean shortcutsOn, boolean hasChoice, boolean hasFirstPassword)
        implements Principal {

    /** Whoever was found behind the request; empty for strangers. */
    public static Optional<Presence> of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication known
                        && known.getPrincipal() instanceof Presence here
                ? Optional.of(here)
                : Optional.empty();
    }

    @Override
    public String getName() {
        return name;
    }
}
