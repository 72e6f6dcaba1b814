package dev.dunwell.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.security.core.Authentication;

/** The caller with the key of the installation: it founds organisations and belongs to none. */
record InstallationKey() implements Principal {

    static boolean isBehind(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication known
                && known.getPrincipal() instanceof InstallationKey;
    }

    @Override
    public String getName() {
        return "installation";
    }
}
