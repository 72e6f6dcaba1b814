package dev.dunwell.access.web;

import dev.dunwell.access.Presence;
import dev.dunwell.access.Route;
import dev.dunwell.access.Routes;
import dev.dunwell.web.NotFound;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets through to a handler only who the table of routes says may use it. What the table does not name is not there.
 */
@Component
class RouteGuard implements HandlerInterceptor {

    private static final String PASSWORD = "/password";
    private static final Set<String> BEFORE_ALL_ELSE = Set.of(PASSWORD, "/sign-out");

    private final Routes routes = Routes.declared();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (isContinued(request)) {
            return true;
        }
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        Route route = routes.find(request.getMethod(), pattern).orElseThrow(() -> new NotFound("address"));
        if (!mayUse(route, request)) {
            return refuse(request, response);
        } else if (route.openTo() == Route.OpenTo.ROLES && mustChoosePassword(pattern, request)) {
            response.sendRedirect(PASSWORD);
            return false;
        } else {
            return true;
        }
    }

    private static boolean isContinued(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                || request.getDispatcherType() == DispatcherType.ASYNC;
    }

    private static boolean mayUse(Route route, HttpServletRequest request) {
        return switch (route.openTo()) {
            case PUBLIC -> true;
            case INSTALLATION -> InstallationKey.isBehind(request);
            case ROLES ->
                Presence.of(request)
                        .filter(here -> route.isFor(here.caller().role()))
                        .isPresent();
        };
    }

    /** A panel that may not be seen is left out of its page; anything else is refused out loud. */
    private static boolean refuse(HttpServletRequest request, HttpServletResponse response) {
        if (request.getDispatcherType() == DispatcherType.INCLUDE) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return false;
        } else {
            throw new AccessDeniedException("not for this role");
        }
    }

    private static boolean mustChoosePassword(String pattern, HttpServletRequest request) {
        return !BEFORE_ALL_ELSE.contains(pattern)
                && Presence.of(request).filter(Presence::hasFirstPassword).isPresent();
    }
}
