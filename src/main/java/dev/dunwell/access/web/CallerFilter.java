package dev.dunwell.access.web;

import dev.dunwell.access.IssueKey;
import dev.dunwell.access.Presence;
import dev.dunwell.access.Presences;
import dev.dunwell.access.Secret;
import dev.dunwell.access.Tenant;
import dev.dunwell.web.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Finds out who asks, a person by their session or a program by its key, and does the rest of the request for their
 * organisation. Looks it up anew every time, so whoever was removed is a stranger at once.
 */
class CallerFilter extends OncePerRequestFilter {

    private static final String BEARER = "bearer ";
    private static final Pattern KEY = Pattern.compile(IssueKey.PREFIX + "[0-9A-Za-z]{43}");

    private final Sessions sessions;
    private final Presences presences;
    private final Optional<Secret> installationKey;
    private final HandlerExceptionResolver answers;

    CallerFilter(
            Sessions sessions,
            Presences presences,
            Optional<Secret> installationKey,
            HandlerExceptionResolver answers) {
        this.sessions = sessions;
        this.presences = presences;
        this.installationKey = installationKey;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        if (query != null && KEY.matcher(query).find()) {
            var refusal = Refusal.malformed(
                    "key-in-address",
                    "A key in an address ends up in logs: it was not used. Send it as Authorization: Bearer, and"
                            + " revoke it.");
            answers.resolveException(request, response, null, refusal);
        } else {
            Optional<Principal> caller = caller(request);
            if (caller.isPresent()) {
                doFilterFor(caller.get(), request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        }
    }

    private Optional<Principal> caller(HttpServletRequest request) {
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (!Paths.isApi(request)) {
            return person(request).map(Principal.class::cast);
        } else if (credentials != null && credentials.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return program(new Secret(credentials.substring(BEARER.length()).strip()));
        } else if (Paths.isApiDescription(request)) {
            return person(request).map(Principal.class::cast);
        } else {
            return Optional.empty();
        }
    }

    private Optional<Presence> person(HttpServletRequest request) {
        return sessions.of(request).flatMap(who -> {
            Optional<Presence> here = presences.of(who);
            if (here.isEmpty()) {
                sessions.end(request);
            }
            return here;
        });
    }

    private Optional<Principal> program(Secret key) {
        if (installationKey.filter(key::isSameAs).isPresent()) {
            return Optional.of(new InstallationKey());
        } else if (KEY.matcher(key.text()).matches()) {
            return presences.of(key).map(Principal.class::cast);
        } else {
            return Optional.empty();
        }
    }

    private static void doFilterFor(
            Principal caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var known = new PreAuthenticatedAuthenticationToken(caller, null, List.of());
        SecurityContextHolder.setContext(new SecurityContextImpl(known));
        var asked = new AskedBy(known, request);
        if (caller instanceof Presence here) {
            inOrganisation(here.caller().organisation().id(), asked, response, chain);
        } else {
            chain.doFilter(asked, response);
        }
    }

    private static void inOrganisation(
            int id, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Tenant.<Boolean, Exception>in(id, () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** The request as one of somebody known, also for the filters before Spring Security's own wrapper. */
    private static final class AskedBy extends HttpServletRequestWrapper {

        private final Authentication known;

        AskedBy(Authentication known, HttpServletRequest request) {
            super(request);
            this.known = known;
        }

        @Override
        public Principal getUserPrincipal() {
            return known;
        }

        @Override
        public String getRemoteUser() {
            return known.getName();
        }
    }
}
