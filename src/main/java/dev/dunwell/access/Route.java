package dev.dunwell.access;

import java.util.Set;

/**
 * One line of the table of routes: who may use one method of one address.
 *
 * @param method as in HTTP, {@code *} for each
 * @param pattern as declared at the handler, {@code /customers/{id}}
 * @param roles the roles that may, empty unless {@code openTo} is {@link OpenTo#ROLES}
 */
public record Route(String method, String pattern, OpenTo openTo, Set<Role> roles) {

    /** Whom a route is open to before roles are asked. */
    public enum OpenTo {
        PUBLIC,
        INSTALLATION,
        ROLES
    }

    public Route {
        roles = Set.copyOf(roles);
    }

    public boolean isFor(Role role) {
        return openTo == OpenTo.PUBLIC || roles.contains(role);
    }

    /** {@code GET /customers/{id}}, unique in the table. */
    public String name() {
        return method + " " + pattern;
    }
}
